resource "aws_api_gateway_client_certificate" "live" {
  description = "towards the shop's servers"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id           = "a1b2c3d4e5"
  deployment_id         = "d1e2f3"
  stage_name            = "live"
  client_certificate_id = aws_api_gateway_client_certificate.live.id
}

resource "aws_apigatewayv2_api" "news" {
  name          = "news"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "news" {
  api_id = aws_apigatewayv2_api.news.id
  name   = "live"
}
