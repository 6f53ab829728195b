resource "aws_api_gateway_method" "orders" { # want `method "orders" does not validate requests`
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "r1s2t3"
  http_method   = "POST"
  authorization = "AWS_IAM"
}
