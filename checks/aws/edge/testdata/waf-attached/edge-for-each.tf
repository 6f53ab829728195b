locals {
  balancers = { a = aws_lb.a.arn, b = aws_lb.b.arn }
}

resource "aws_lb" "a" {
}

resource "aws_lb" "b" {
}

resource "aws_lb" "c" { # want `load balancer "c" has no web ACL`
}

resource "aws_wafv2_web_acl_association" "all" {
  for_each     = local.balancers
  resource_arn = each.value
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/a1b2c3d4-5678-90ab-cdef-111111111111"
}
