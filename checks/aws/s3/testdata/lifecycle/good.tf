resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_lifecycle_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  rule {
    id     = "old versions"
    status = "Enabled"
    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }
}
