variable "key" {}
variable "policy" {}

resource "aws_api_gateway_rest_api" "office" {
  name = "office"
}

resource "aws_api_gateway_rest_api_policy" "office" {
  rest_api_id = aws_api_gateway_rest_api.office.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }]
  })
}

resource "aws_api_gateway_method" "office" {
  rest_api_id   = aws_api_gateway_rest_api.office.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api" "open" {
  name = "open"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }]
  })
}

resource "aws_api_gateway_method" "open" {
  rest_api_id   = aws_api_gateway_rest_api.open.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = "NONE" # want `method "open" can be called by anybody`
}

resource "aws_api_gateway_method" "key" {
  rest_api_id      = "a1"
  resource_id      = "r1"
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_method" "maybe" {
  rest_api_id      = "a1"
  resource_id      = "r1"
  http_method      = "GET"
  authorization    = "NONE" # want `undecided: method "maybe"`
  api_key_required = var.key
}

resource "aws_api_gateway_rest_api" "unknown" {
  name   = "unknown"
  policy = var.policy
}

resource "aws_api_gateway_method" "unknown" {
  rest_api_id   = aws_api_gateway_rest_api.unknown.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = "NONE" # want `undecided: method "unknown"`
}
