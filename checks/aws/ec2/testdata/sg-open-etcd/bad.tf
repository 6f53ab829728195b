resource "aws_security_group" "etcd" {
  name        = "etcd"
  description = "Clients of etcd"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 2379
    to_port     = 2379
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 2379 \\(etcd\\) open to the internet"
  }
}
