resource "aws_security_group" "memcached" {
  name        = "memcached"
  description = "Clients of Memcached"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 11211
    to_port     = 11211
    cidr_blocks = ["10.20.0.0/24"]
  }
}
