resource "aws_route53_zone" "shop" { # want `public zone "shop" is not signed`
  name = "shop.example.com"
}
