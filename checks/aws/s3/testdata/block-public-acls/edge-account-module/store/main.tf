resource "aws_s3_bucket_public_access_block" "shop" {
  bucket            = "shop"
  block_public_acls = false # want `block_public_acls is off for bucket "shop"`
}
