resource "aws_s3_bucket" "shop" { # want `bucket "shop" has no lifecycle configuration`
  bucket = "shop"
}
