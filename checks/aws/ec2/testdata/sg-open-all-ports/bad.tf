resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"] # want "all traffic open to the internet"
  }
}
