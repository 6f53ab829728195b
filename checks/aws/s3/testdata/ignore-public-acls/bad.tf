resource "aws_s3_bucket_public_access_block" "shop" {
  bucket             = "shop"
  ignore_public_acls = false # want `ignore_public_acls is off for bucket "shop"`
}
