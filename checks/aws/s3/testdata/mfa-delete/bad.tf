resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_versioning" "shop" {
  bucket = aws_s3_bucket.shop.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled" # want `versions in bucket "shop" can be deleted without MFA`
  }
}
