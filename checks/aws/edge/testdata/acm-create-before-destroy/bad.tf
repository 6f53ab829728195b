resource "aws_acm_certificate" "shop" { # want `certificate "shop" is destroyed before its replacement exists`
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}
