resource "aws_s3_bucket" "shop" { # want `nothing says what class the data in bucket "shop" are of`
  bucket = "shop"
}
