resource "aws_security_group" "ftp" {
  name        = "ftp"
  description = "Clients of FTP"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 20
    to_port     = 20
    cidr_blocks = ["10.20.0.0/24"]
  }
}
