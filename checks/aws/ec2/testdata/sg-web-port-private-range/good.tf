resource "aws_security_group" "intranet" {
  name        = "intranet"
  description = "intranet"

  ingress {
    description     = "load balancer"
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = ["sg-0a1b2c3d"]
  }
}
