resource "aws_security_group" "hadoop" {
  name        = "hadoop"
  description = "Clients of Hadoop"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 9000
    to_port     = 9000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 9000 \\(Hadoop\\) open to the internet"
  }
}
