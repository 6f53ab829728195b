resource "aws_security_group" "redis" {
  name        = "redis"
  description = "Clients of Redis"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 6379 \\(Redis\\) open to the internet"
  }
}
