resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-0a1b2c3d"
}

# TLS ends at the load balancer.
resource "aws_lb_target_group" "news" {
  name     = "news"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d"
}

resource "aws_lb_listener" "news" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.news.arn
  }
}
