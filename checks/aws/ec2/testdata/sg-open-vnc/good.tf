resource "aws_security_group" "vnc" {
  name        = "vnc"
  description = "Clients of VNC"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5500
    to_port     = 5500
    cidr_blocks = ["10.20.0.0/24"]
  }
}
