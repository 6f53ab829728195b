resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "orders" { # want `route "orders" can be called by anybody`
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "GET /orders"
}
