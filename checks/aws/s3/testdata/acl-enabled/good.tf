resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_ownership_controls" "shop" {
  bucket = aws_s3_bucket.shop.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
