resource "aws_route53_zone" "off" { # want `public zone "off" is not signed`
  name = "off.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "off" {
  hosted_zone_id = aws_route53_zone.off.id
  signing_status = "NOT_SIGNING"
}

resource "aws_route53_zone" "associated" {
  name = "internal"
}

resource "aws_route53_zone_association" "associated" {
  zone_id = aws_route53_zone.associated.zone_id
  vpc_id  = "vpc-0a1b2c3d"
}

# A key by itself signs nothing.
resource "aws_route53_zone" "key" { # want `public zone "key" is not signed`
  name = "key.example.com"
}

resource "aws_route53_key_signing_key" "key" {
  name                       = "key"
  hosted_zone_id             = aws_route53_zone.key.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"
}
