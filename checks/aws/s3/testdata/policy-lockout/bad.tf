resource "aws_s3_bucket_policy" "shop" {
  bucket = "shop"
  policy = jsonencode({ # want `policy of bucket "shop" locks everyone out`
    Statement = [{ Effect = "Deny", Principal = { AWS = ["*"] }, Action = "s3:*", Resource = ["*"] }]
  })
}
