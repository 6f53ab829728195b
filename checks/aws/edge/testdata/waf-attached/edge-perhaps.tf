# An association that may not be made does not count as made.
variable "guard" {
  type = bool
}

resource "aws_lb" "shop" { # want `undecided: load balancer "shop" has no web ACL`
  name = "shop"
}

resource "aws_wafv2_web_acl_association" "shop" {
  count        = var.guard ? 1 : 0
  resource_arn = aws_lb.shop.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/12345678-1234-1234-1234-123456789012"
}
