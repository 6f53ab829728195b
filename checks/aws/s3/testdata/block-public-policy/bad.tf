resource "aws_s3_bucket_public_access_block" "shop" {
  bucket              = "shop"
  block_public_policy = false # want `block_public_policy is off for bucket "shop"`
}
