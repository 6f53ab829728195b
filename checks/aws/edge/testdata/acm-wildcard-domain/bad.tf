resource "aws_acm_certificate" "shop" {
  domain_name       = "*.example.com" # want `certificate "shop" is for a wildcard name`
  validation_method = "DNS"
}
