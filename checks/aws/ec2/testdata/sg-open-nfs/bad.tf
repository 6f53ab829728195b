resource "aws_security_group" "nfs" {
  name        = "nfs"
  description = "Clients of NFS"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 111
    to_port     = 111
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 111 \\(NFS\\) open to the internet"
  }
}
