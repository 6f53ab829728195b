resource "aws_security_group" "redis" {
  name        = "redis"
  description = "Clients of Redis"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
    cidr_blocks = ["10.20.0.0/24"]
  }
}
