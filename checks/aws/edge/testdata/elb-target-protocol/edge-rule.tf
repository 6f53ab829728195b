resource "aws_lb_target_group" "api" {
  protocol = "HTTP"
}

resource "aws_lb_listener" "front" {
  port     = 443
  protocol = "HTTPS"
  default_action {
    type = "fixed-response"
  }
}

resource "aws_lb_listener_rule" "api" {
  listener_arn = aws_lb_listener.front.arn
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}

resource "aws_lb_target_group" "function" {
  target_type = "lambda"
}
