variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "shop" { # want `undecided: bucket "shop" has no public access block`
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "some" {
  bucket = var.bucket
}
