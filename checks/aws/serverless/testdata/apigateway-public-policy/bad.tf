resource "aws_api_gateway_rest_api_policy" "shop" {
  rest_api_id = "a1b2c3d4e5"
  policy = jsonencode({ # want `policy "shop" lets everyone call`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }]
  })
}
