resource "aws_security_group" "console" {
  name        = "console"
  description = "console"

  ingress {
    description     = "load balancer"
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = ["sg-0a1b2c3d"]
  }
}
