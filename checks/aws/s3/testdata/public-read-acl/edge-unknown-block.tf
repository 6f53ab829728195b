# Whether the block is on is not known.
variable "ignore" {
  type = bool
}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = "public-read" # want `undecided: everyone may read bucket "shop"`
}

resource "aws_s3_bucket_public_access_block" "shop" {
  bucket             = aws_s3_bucket.shop.id
  ignore_public_acls = var.ignore
}
