resource "aws_apigatewayv2_stage" "chat" {
  api_id = "a1b2c3"
  name   = "live"

  default_route_settings {
    data_trace_enabled = false
  }

  route_settings {
    route_key          = "send"
    data_trace_enabled = true # want `stage "chat" logs requests and answers in full`
  }
}
