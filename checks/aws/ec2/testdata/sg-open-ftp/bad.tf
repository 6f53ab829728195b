resource "aws_security_group" "ftp" {
  name        = "ftp"
  description = "Clients of FTP"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 20
    to_port     = 20
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 20 \\(FTP\\) open to the internet"
  }
}
