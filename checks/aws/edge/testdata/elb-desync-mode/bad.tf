resource "aws_lb" "shop" {
  name                   = "shop"
  subnets                = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
  desync_mitigation_mode = "monitor" # want `load balancer "shop" lets ambiguous requests through`
}
