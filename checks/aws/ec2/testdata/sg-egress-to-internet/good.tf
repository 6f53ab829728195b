resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  egress {
    description = "Out"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.20.0.0/24"]
  }
}
