resource "aws_security_group" "development_server" {
  name        = "development-server"
  description = "Clients of a development server"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 3000
    to_port     = 3000
    cidr_blocks = ["10.20.0.0/24"]
  }
}
