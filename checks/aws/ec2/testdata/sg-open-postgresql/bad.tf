resource "aws_security_group" "postgresql" {
  name        = "postgresql"
  description = "Clients of PostgreSQL"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5432 \\(PostgreSQL\\) open to the internet"
  }
}
