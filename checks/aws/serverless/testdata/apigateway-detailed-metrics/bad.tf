resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "live"
  method_path = "*/*"

  settings { # want `method settings "live" publish no metrics`
    logging_level = "ERROR"
  }
}
