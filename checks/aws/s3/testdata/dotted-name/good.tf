resource "aws_s3_bucket" "shop" {
  bucket = "shop-example-com"
}

resource "aws_s3_bucket" "generated" {
  bucket_prefix = "shop"
}
