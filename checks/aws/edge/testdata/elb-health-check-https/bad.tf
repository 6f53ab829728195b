resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d"

  health_check { # want `target group "shop" checks health without encryption`
    path = "/healthy"
  }
}
