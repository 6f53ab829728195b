resource "aws_s3_bucket" "shop" {
  bucket = "shop.example.com" # want `bucket name "shop.example.com" is no single DNS label`
}
