resource "aws_security_group" "http_alternate" {
  name        = "http-alternate"
  description = "Clients of an alternate web port"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 8000
    to_port     = 8000
    cidr_blocks = ["10.20.0.0/24"]
  }
}
