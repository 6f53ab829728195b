resource "aws_security_group" "nfs" {
  name        = "nfs"
  description = "Clients of NFS"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 111
    to_port     = 111
    cidr_blocks = ["10.20.0.0/24"]
  }
}
