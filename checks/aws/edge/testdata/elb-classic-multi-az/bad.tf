resource "aws_elb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3da"] # want `load balancer "shop" stands in one availability zone`

  listener {
    instance_port     = 443
    instance_protocol = "https"
    lb_port           = 443
    lb_protocol       = "https"
  }
}
