variable "type" {}

resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_route" "connect" { # want `route "connect" can be called by anybody`
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$connect"
}

resource "aws_apigatewayv2_route" "send" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "send"
}

resource "aws_apigatewayv2_route" "unknown" {
  api_id             = "a1b2c3"
  route_key          = "GET /orders"
  authorization_type = var.type # want `undecided: route "unknown"`
}
