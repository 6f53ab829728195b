resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 7777
    to_port     = 7777
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 7777 open to the internet"
  }
}
