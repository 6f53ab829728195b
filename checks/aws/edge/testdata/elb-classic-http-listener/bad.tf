resource "aws_elb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3d"]

  listener {
    lb_port           = 80
    lb_protocol       = "http" # want `load balancer "shop" answers over plain HTTP`
    instance_port     = 8000
    instance_protocol = "http"
  }
}
