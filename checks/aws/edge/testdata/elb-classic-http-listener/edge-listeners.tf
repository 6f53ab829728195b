variable "protocol" {}
variable "listeners" {}

resource "aws_elb" "unknown" {
  name = "unknown"
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = var.protocol # want `undecided: load balancer "unknown" answers over plain HTTP`
  }
}

resource "aws_elb" "dynamic" {
  name = "dynamic"
  dynamic "listener" {
    for_each = { 80 = "HTTP", 443 = "HTTPS" }
    content {
      instance_port     = 80
      instance_protocol = "http"
      lb_port           = listener.key
      lb_protocol       = listener.value # want `load balancer "dynamic" answers over plain HTTP`
    }
  }
}

resource "aws_elb" "later" {
  name = "later"
  dynamic "listener" {
    for_each = var.listeners
    content {
      instance_port     = 80
      instance_protocol = "http"
      lb_port           = listener.key
      lb_protocol       = listener.value # want `undecided: load balancer "later" answers over plain HTTP`
    }
  }
}
