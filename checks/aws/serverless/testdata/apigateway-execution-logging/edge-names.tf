variable "stage" {}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

# Named by its name and its API.
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d1"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = "live"
  method_path = "*/*"
  settings {
    logging_level = "INFO"
  }
}

resource "aws_api_gateway_stage" "test" { # want `stage "test" has no execution logging`
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d1"
  stage_name    = "test"
}

resource "aws_api_gateway_rest_api" "news" {
  name = "news"
}

resource "aws_api_gateway_stage" "news" { # want `undecided: stage "news"`
  rest_api_id   = aws_api_gateway_rest_api.news.id
  deployment_id = "d1"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "news" {
  rest_api_id = aws_api_gateway_rest_api.news.id
  stage_name  = var.stage
  method_path = "*/*"
  settings {
    logging_level = "INFO"
  }
}
