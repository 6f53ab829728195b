resource "aws_route53_zone" "shop" {
  name = "shop.example.com"
}

resource "aws_route53_key_signing_key" "shop" {
  name                       = "shop"
  hosted_zone_id             = aws_route53_zone.shop.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"
}

resource "aws_route53_hosted_zone_dnssec" "shop" {
  hosted_zone_id = aws_route53_key_signing_key.shop.hosted_zone_id
}

resource "aws_route53_zone" "inside" {
  name = "internal"
  vpc {
    vpc_id = "vpc-0a1b2c3d"
  }
}
