# A network load balancer logs the requests of TLS listeners only.
variable "protocol" {}

resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 5432
  protocol          = "TCP"
}

resource "aws_lb" "tls" { # want `load balancer "tls" writes no access logs`
  name               = "tls"
  load_balancer_type = "network"
}

resource "aws_alb_listener" "tls" {
  load_balancer_arn = aws_lb.tls.arn
  port              = 443
  protocol          = "TLS"
}

resource "aws_lb" "either" { # want `undecided: load balancer "either" writes no access logs`
  name               = "either"
  load_balancer_type = "network"
}

resource "aws_lb_listener" "either" {
  load_balancer_arn = aws_lb.either.arn
  port              = 443
  protocol          = var.protocol
}

# Its listeners are made elsewhere.
resource "aws_lb" "alone" { # want `load balancer "alone" writes no access logs`
  name               = "alone"
  load_balancer_type = "network"
}
