resource "aws_security_group" "zookeeper" {
  name        = "zookeeper"
  description = "Clients of ZooKeeper"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 2181
    to_port     = 2181
    cidr_blocks = ["10.20.0.0/24"]
  }
}
