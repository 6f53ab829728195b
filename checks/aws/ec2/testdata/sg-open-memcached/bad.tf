resource "aws_security_group" "memcached" {
  name        = "memcached"
  description = "Clients of Memcached"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 11211
    to_port     = 11211
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 11211 \\(Memcached\\) open to the internet"
  }
}
