# A block that may not be made.
variable "closed" {
  type = bool
}

resource "aws_s3_bucket" "shop" { # want `undecided: bucket "shop" has no public access block`
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "shop" {
  count  = var.closed ? 1 : 0
  bucket = aws_s3_bucket.shop.id
}
