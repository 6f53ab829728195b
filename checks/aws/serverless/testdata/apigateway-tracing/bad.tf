resource "aws_api_gateway_stage" "live" { # want `stage "live" has no X-Ray tracing`
  rest_api_id   = "a1b2c3d4e5"
  deployment_id = "d1e2f3"
  stage_name    = "live"
}
