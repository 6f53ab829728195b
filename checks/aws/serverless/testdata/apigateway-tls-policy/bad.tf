resource "aws_api_gateway_domain_name" "shop" {
  domain_name     = "api.shop.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  security_policy = "TLS_1_0" # want `domain name "shop" accepts TLS older than 1.2`
}
