resource "aws_security_group" "docker" {
  name        = "docker"
  description = "Clients of the Docker API"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 2375
    to_port     = 2375
    cidr_blocks = ["10.20.0.0/24"]
  }
}
