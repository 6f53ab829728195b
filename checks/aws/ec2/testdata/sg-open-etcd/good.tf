resource "aws_security_group" "etcd" {
  name        = "etcd"
  description = "Clients of etcd"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 2379
    to_port     = 2379
    cidr_blocks = ["10.20.0.0/24"]
  }
}
