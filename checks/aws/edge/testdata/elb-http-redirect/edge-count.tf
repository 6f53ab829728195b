variable "somewhere" {}

resource "aws_lb" "two" { # want `"two" does not redirect` `"two" does not redirect`
  count = 2
}

resource "aws_lb_listener" "two" {
  count             = 2
  load_balancer_arn = aws_lb.two[count.index].arn
  port              = "80"
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}
