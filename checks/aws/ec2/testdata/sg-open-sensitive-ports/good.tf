resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["10.20.0.0/24"]
  }
}
