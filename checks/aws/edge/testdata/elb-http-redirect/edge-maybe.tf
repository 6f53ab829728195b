variable "somewhere" {}

resource "aws_lb" "one" { # want `undecided: load balancer "one"`
}

resource "aws_lb_listener" "maybe" {
  load_balancer_arn = var.somewhere
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}
