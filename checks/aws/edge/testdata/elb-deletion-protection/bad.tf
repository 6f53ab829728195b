resource "aws_lb" "shop" { # want `load balancer "shop" has no deletion protection`
  name    = "shop"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}
