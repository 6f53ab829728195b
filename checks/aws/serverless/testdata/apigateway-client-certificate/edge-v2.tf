# Only the stages of WebSocket APIs show a certificate.
variable "api" {}

resource "aws_apigatewayv2_api" "http" {
  name          = "http"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_api" "socket" {
  name          = "socket"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_stage" "http" {
  api_id = aws_apigatewayv2_api.http.id
  name   = "prod"
}

resource "aws_apigatewayv2_stage" "socket" { # want `stage "socket" shows its backend no client certificate`
  api_id = aws_apigatewayv2_api.socket.id
  name   = "prod"
}

resource "aws_apigatewayv2_stage" "unknown" { # want `undecided: stage "unknown" shows its backend no client certificate`
  api_id = var.api
  name   = "prod"
}
