resource "aws_s3_bucket" "data" { # want `bucket "data" has no policy`
  bucket = "shop-data"
}
