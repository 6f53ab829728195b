resource "aws_api_gateway_rest_api_policy" "shop" {
  rest_api_id = "a1b2c3d4e5"
  policy = jsonencode({ # want `policy "shop" allows every action`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "execute-api:*"
      Resource  = "execute-api:/*"
    }]
  })
}
