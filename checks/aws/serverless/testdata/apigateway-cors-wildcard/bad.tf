resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["*"] # want `API "shop" lets pages of every origin call it`
    allow_methods = ["GET"]
  }
}
