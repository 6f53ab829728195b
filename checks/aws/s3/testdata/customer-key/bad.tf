resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = "alias/aws/s3"
      sse_algorithm     = "aws:kms" # want `bucket "shop" is not encrypted with a customer-managed key`
    }
  }
}
