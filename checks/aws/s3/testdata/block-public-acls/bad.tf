resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "shop" { # want `block_public_acls is off for bucket "shop"`
  bucket              = aws_s3_bucket.shop.id
  block_public_policy = true
}

resource "aws_s3_bucket_public_access_block" "elsewhere" {
  bucket            = "made-elsewhere"
  block_public_acls = false # want `block_public_acls is off for bucket "made-elsewhere"`
}
