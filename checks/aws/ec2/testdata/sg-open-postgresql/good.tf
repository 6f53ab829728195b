resource "aws_security_group" "postgresql" {
  name        = "postgresql"
  description = "Clients of PostgreSQL"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.20.0.0/24"]
  }
}
