resource "aws_globalaccelerator_accelerator" "shop" { # want `accelerator "shop" writes no flow logs`
  name = "shop"
}
