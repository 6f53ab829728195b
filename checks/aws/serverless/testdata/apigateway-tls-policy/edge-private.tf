# A private domain name speaks TLS 1.2 at least.
resource "aws_api_gateway_domain_name" "inside" {
  domain_name     = "api.example.com"
  certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}
