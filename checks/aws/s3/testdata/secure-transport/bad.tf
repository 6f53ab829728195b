resource "aws_s3_bucket" "shop" { # want `policy of bucket "shop" does not demand TLS`
  bucket = "shop"
}

resource "aws_s3_bucket" "named" { # want `policy of bucket "named" does not demand TLS`
  bucket = "named"
}

resource "aws_s3_bucket_policy" "named" {
  bucket = aws_s3_bucket.named.id
  policy = jsonencode({
    Statement = [{
      Effect = "Deny", Principal = { AWS = "arn:aws:iam::123456789012:role/one" }, Action = "s3:*", Resource = "*",
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
