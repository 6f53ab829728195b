resource "aws_lb" "shop" { # want `load balancer "shop" passes invalid headers on`
  name    = "shop"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}
