resource "aws_security_group" "telnet" {
  name        = "telnet"
  description = "Clients of Telnet"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    cidr_blocks = ["10.20.0.0/24"]
  }
}
