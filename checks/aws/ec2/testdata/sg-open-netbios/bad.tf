resource "aws_security_group" "netbios" {
  name        = "netbios"
  description = "Clients of NetBIOS"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 137
    to_port     = 137
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 137 \\(NetBIOS\\) open to the internet"
  }
}
