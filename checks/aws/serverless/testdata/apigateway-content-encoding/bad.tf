resource "aws_api_gateway_rest_api" "shop" { # want `API "shop" does not compress answers`
  name = "shop"
}
