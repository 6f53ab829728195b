resource "aws_security_group" "docker" {
  name        = "docker"
  description = "Clients of the Docker API"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 2375
    to_port     = 2375
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 2375 \\(the Docker API\\) open to the internet"
  }
}
