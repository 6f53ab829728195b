resource "aws_elb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]

  listener {
    instance_port     = 443
    instance_protocol = "https"
    lb_port           = 443
    lb_protocol       = "https"
  }
}
