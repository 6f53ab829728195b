resource "aws_security_group" "zookeeper" {
  name        = "zookeeper"
  description = "Clients of ZooKeeper"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 2181
    to_port     = 2181
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 2181 \\(ZooKeeper\\) open to the internet"
  }
}
