resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_replication_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::copy"
    }
  }
}
