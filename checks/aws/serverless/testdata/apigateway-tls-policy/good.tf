resource "aws_api_gateway_domain_name" "shop" {
  domain_name     = "api.shop.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  security_policy = "TLS_1_2"
}

resource "aws_apigatewayv2_domain_name" "news" {
  domain_name = "api.news.example.com"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}
