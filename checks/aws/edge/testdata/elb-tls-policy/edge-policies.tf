variable "policy" {}

resource "aws_lb_listener" "network" {
  protocol   = "TLS"
  port       = 443
  ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10"
  default_action {
    type = "forward"
  }
}

resource "aws_alb_listener" "fs" {
  protocol   = "HTTPS"
  port       = 443
  ssl_policy = "ELBSecurityPolicy-FS-2018-06" # want `listener "fs" accepts TLS older than 1.2`
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "thirteen" {
  protocol   = "HTTPS"
  port       = 443
  ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06" # want `listener "thirteen" accepts TLS older than 1.2`
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "plain" {
  protocol = "HTTP"
  port     = 80
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "unknown" {
  protocol   = "HTTPS"
  port       = 443
  ssl_policy = var.policy # want `undecided: listener "unknown"`
  default_action {
    type = "forward"
  }
}

# Only TLS has a policy.
resource "aws_lb_listener" "silent" {
  ssl_policy = "ELBSecurityPolicy-2016-08" # want `listener "silent" accepts TLS older than 1.2`
  default_action {
    type = "forward"
  }
}
