resource "aws_security_group" "smb" {
  name        = "smb"
  description = "Clients of SMB"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["10.20.0.0/24"]
  }
}
