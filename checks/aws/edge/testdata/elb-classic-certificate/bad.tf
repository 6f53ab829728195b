resource "aws_elb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3d"]

  listener { # want `load balancer "shop" has a listener without a certificate`
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 8443
    instance_protocol = "tcp"
  }
}
