module "shop" {
  source = "./balancer"
  name   = "shop"
}

module "news" {
  source = "./balancer"
  name   = "news"
}

resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = module.shop.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/a1b2c3d4-5678-90ab-cdef-111111111111"
}
