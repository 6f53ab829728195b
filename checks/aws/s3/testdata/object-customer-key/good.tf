resource "aws_kms_key" "shop" {}

resource "aws_s3_object" "page" {
  bucket     = "shop"
  key        = "page"
  content    = "hello"
  kms_key_id = aws_kms_key.shop.arn
}
