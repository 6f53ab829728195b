resource "aws_security_group" "smb" {
  name        = "smb"
  description = "Clients of SMB"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 445 \\(SMB\\) open to the internet"
  }
}
