resource "aws_s3_bucket" "shop" { # want `bucket "shop" has no public access block`
  bucket = "shop"
}
