resource "aws_s3_bucket_public_access_block" "shop" {
  bucket                  = "shop"
  restrict_public_buckets = false # want `restrict_public_buckets is off for bucket "shop"`
}
