variable "address" {}

data "aws_lb" "shop" {
  name = "shop"
}

resource "aws_route53_record" "data" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "shop.example.com"
  type    = "A"
  alias {
    name                   = data.aws_lb.shop.dns_name
    zone_id                = data.aws_lb.shop.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "literal" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "cdn.example.com"
  type    = "A"
  alias {
    name                   = "d111111abcdef8.cloudfront.net" # want `record "literal" points at d111111abcdef8.cloudfront.net`
    zone_id                = "Z2FDTNDATAQYW2"
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "unknown" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "x.example.com"
  type    = "A"
  ttl     = 60
  records = [var.address] # want `undecided: what record "unknown" points at is not known`
}

resource "aws_route53_record" "inside" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "y.example.com"
  type    = "A"
  ttl     = 60
  records = ["10.0.0.4"] # want `record "inside" points at 10.0.0.4`
}
