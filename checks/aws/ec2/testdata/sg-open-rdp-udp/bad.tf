resource "aws_security_group" "rdp_udp" {
  name        = "rdp-udp"
  description = "Clients of RDP over UDP"

  ingress {
    description = "Anyone"
    protocol    = "udp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["0.0.0.0/0"] # want "UDP port 3389 \\(RDP over UDP\\) open to the internet"
  }
}
