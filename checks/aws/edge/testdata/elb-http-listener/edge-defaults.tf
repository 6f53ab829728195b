variable "protocol" {}

resource "aws_lb" "inside" {
  internal = true
}

resource "aws_lb" "gateway" {
  load_balancer_type = "gateway"
}

# HTTP is the default where a port is given.
resource "aws_alb_listener" "silent" { # want `listener "silent" serves plain HTTP`
  load_balancer_arn = aws_lb.inside.arn
  port              = 8080
  default_action {
    type = "fixed-response"
  }
}

# A redirect without a protocol stays on HTTP.
resource "aws_lb_listener" "loop" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 80
  protocol          = "HTTP" # want `listener "loop" serves plain HTTP`
  default_action {
    type = "redirect"
    redirect {
      host        = "www.example.com"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "gateway" {
  load_balancer_arn = aws_lb.gateway.arn
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "unknown" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 80
  protocol          = var.protocol # want `undecided: listener "unknown"`
  default_action {
    type = "forward"
  }
}

# Whose listener it is cannot be told.
resource "aws_lb_listener" "nowhere" { # want `undecided: listener "nowhere"`
  load_balancer_arn = var.protocol
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 5432
  protocol          = "TCP"
  default_action {
    type = "forward"
  }
}
