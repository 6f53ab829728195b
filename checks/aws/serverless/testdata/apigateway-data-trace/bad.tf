resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = true # want `method settings "live" log requests and answers in full`
  }
}
