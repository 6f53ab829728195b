resource "aws_api_gateway_rest_api" "public" {
  name = "public"
}

resource "aws_api_gateway_rest_api" "private" {
  name = "private"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_stage" "bare" { # want `stage "bare" has no web ACL`
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = "d1"
  stage_name    = "bare"
}

resource "aws_api_gateway_stage" "guarded" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = "d1"
  stage_name    = "guarded"
}

resource "aws_wafregional_web_acl_association" "guarded" {
  resource_arn = aws_api_gateway_stage.guarded.arn
  web_acl_id   = "0a1b2c3d"
}

resource "aws_api_gateway_stage" "private" {
  rest_api_id   = aws_api_gateway_rest_api.private.id
  deployment_id = "d1"
  stage_name    = "private"
}

resource "aws_api_gateway_stage" "elsewhere" { # want `undecided: stage "elsewhere"`
  rest_api_id   = "a1b2c3d4e5"
  deployment_id = "d1"
  stage_name    = "elsewhere"
}

resource "aws_appsync_graphql_api" "private" {
  name                = "private"
  authentication_type = "AWS_IAM"
  visibility          = "PRIVATE"
}

resource "aws_cloudfront_distribution" "bare" { # want `distribution "bare" has no web ACL`
  enabled = true
}

resource "aws_cloudfront_distribution" "guarded" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.edge.arn
}

resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"
}
