resource "aws_route53_zone" "shop" { # want `zone "shop" does not log queries`
  name = "shop.example.com"
}
