resource "aws_security_group" "vnc" {
  name        = "vnc"
  description = "Clients of VNC"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5500
    to_port     = 5500
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5500 \\(VNC\\) open to the internet"
  }
}
