resource "aws_lb" "shop" {
  name                       = "shop"
  subnets                    = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
  enable_deletion_protection = true
}
