resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = "public-read"
}
