resource "aws_apigatewayv2_stage" "live" { # want `stage "live" writes no access logs`
  api_id = "a1b2c3"
  name   = "live"
}
