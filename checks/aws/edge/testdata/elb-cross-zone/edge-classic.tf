resource "aws_elb" "default" {
  listener {
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 443
    instance_protocol = "tcp"
  }
}

resource "aws_elb" "off" {
  cross_zone_load_balancing = false # want `load balancer "off" does not balance across zones`
  listener {
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 443
    instance_protocol = "tcp"
  }
}
