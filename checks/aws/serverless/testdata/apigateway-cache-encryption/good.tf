resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_method_settings" "test" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "test"
  method_path = "*/*"

  settings {
    caching_enabled = false
  }
}
