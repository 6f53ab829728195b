resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
