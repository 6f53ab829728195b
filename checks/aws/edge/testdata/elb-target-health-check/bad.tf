resource "aws_lb_target_group" "shop" { # want `target group "shop" defines no health check`
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-0a1b2c3d"
}
