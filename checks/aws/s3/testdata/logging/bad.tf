resource "aws_s3_bucket" "shop" { # want `bucket "shop" has no access logging`
  bucket = "shop"
}
