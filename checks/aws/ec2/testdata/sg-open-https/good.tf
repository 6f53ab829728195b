resource "aws_security_group" "https" {
  name        = "https"
  description = "Clients of HTTPS"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.20.0.0/24"]
  }
}
