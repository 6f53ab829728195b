resource "aws_security_group" "http" {
  name        = "http"
  description = "Clients of HTTP"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["10.20.0.0/24"]
  }
}
