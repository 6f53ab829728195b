resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 20
    to_port     = 4000
    cidr_blocks = ["10.20.0.0/24"]
  }
}
