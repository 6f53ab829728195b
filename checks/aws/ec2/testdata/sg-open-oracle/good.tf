resource "aws_security_group" "oracle" {
  name        = "oracle"
  description = "Clients of Oracle Database"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 1521
    to_port     = 1521
    cidr_blocks = ["10.20.0.0/24"]
  }
}
