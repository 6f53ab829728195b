resource "aws_kms_key" "data" {
  policy = jsonencode({ # want `policy of key "data" allows any principal`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
