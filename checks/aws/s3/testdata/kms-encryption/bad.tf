resource "aws_s3_bucket" "shop" { # want `bucket "shop" is not encrypted with KMS`
  bucket = "shop"
}

resource "aws_s3_bucket" "own" {
  bucket = "own"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "own" {
  bucket = aws_s3_bucket.own.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # want `bucket "own" is not encrypted with KMS`
    }
  }
}
