resource "aws_route53_zone" "unused" { # want `zone "unused" has no records`
  name = "unused.example.com"
}
