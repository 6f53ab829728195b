resource "aws_s3_bucket" "shop" { # want `bucket "shop" has no event notifications`
  bucket = "shop"
}
