resource "aws_s3_bucket_acl" "shop" {
  bucket = "shop"
  acl    = "private"
}
