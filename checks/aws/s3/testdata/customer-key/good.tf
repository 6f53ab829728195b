resource "aws_kms_key" "shop" {}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.shop.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

# The target of log deliveries, by its ACL.
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"
}
