resource "aws_security_group" "rdp_udp" {
  name        = "rdp-udp"
  description = "Clients of RDP over UDP"

  ingress {
    description = "The application's own network"
    protocol    = "udp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["10.20.0.0/24"]
  }
}
