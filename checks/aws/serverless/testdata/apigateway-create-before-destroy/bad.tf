resource "aws_api_gateway_deployment" "shop" { # want `deployment "shop" is destroyed before its replacement exists`
  rest_api_id = "a1b2c3d4e5"
}
