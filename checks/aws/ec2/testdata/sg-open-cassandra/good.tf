resource "aws_security_group" "cassandra" {
  name        = "cassandra"
  description = "Clients of Cassandra"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 7000
    to_port     = 7000
    cidr_blocks = ["10.20.0.0/24"]
  }
}
