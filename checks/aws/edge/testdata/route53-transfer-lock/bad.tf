resource "aws_route53domains_registered_domain" "shop" {
  domain_name   = "example.com"
  transfer_lock = false # want `domain "shop" may be transferred away`
}
