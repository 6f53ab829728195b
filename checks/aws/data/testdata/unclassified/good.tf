resource "aws_s3_bucket" "shop" {
  bucket = "shop"
  tags   = { data-classification = "internal" }
}
