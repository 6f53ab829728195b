resource "aws_security_group" "cassandra" {
  name        = "cassandra"
  description = "Clients of Cassandra"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 7000
    to_port     = 7000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 7000 \\(Cassandra\\) open to the internet"
  }
}
