resource "aws_security_group" "smtp" {
  name        = "smtp"
  description = "Clients of SMTP"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 25
    to_port     = 25
    cidr_blocks = ["10.20.0.0/24"]
  }
}
