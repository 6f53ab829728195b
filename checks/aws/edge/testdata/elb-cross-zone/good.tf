resource "aws_lb" "database" {
  name                             = "database"
  load_balancer_type               = "network"
  subnets                          = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
  enable_cross_zone_load_balancing = true
}

resource "aws_lb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}
