# A bucket alone does nothing.
resource "aws_lb" "off" {
  access_logs { # want `load balancer "off" writes no access logs`
    bucket = "example-logs"
  }
}

resource "aws_elb" "off" {
  listener {
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 443
    instance_protocol = "tcp"
  }
  access_logs {
    bucket  = "example-logs"
    enabled = false # want `load balancer "off" writes no access logs`
  }
}

resource "aws_lb" "inspection" {
  load_balancer_type = "gateway"
}

resource "aws_lb" "dynamic" {
  dynamic "access_logs" {
    for_each = ["example-logs"]
    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}
