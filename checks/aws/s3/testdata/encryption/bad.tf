resource "aws_s3_bucket" "shop" { # want `bucket "shop" does not say how it is encrypted`
  bucket = "shop"
}
