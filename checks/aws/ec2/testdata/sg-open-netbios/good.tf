resource "aws_security_group" "netbios" {
  name        = "netbios"
  description = "Clients of NetBIOS"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 137
    to_port     = 137
    cidr_blocks = ["10.20.0.0/24"]
  }
}
