resource "aws_s3_bucket" "shop" { # want `bucket "shop" keeps no versions`
  bucket = "shop"
}

resource "aws_s3_bucket" "old" {
  bucket = "old"
  versioning {
    enabled = false # want `bucket "old" keeps no versions`
  }
}

resource "aws_s3_bucket" "paused" {
  bucket = "paused"
}

resource "aws_s3_bucket_versioning" "paused" {
  bucket = aws_s3_bucket.paused.id
  versioning_configuration {
    status = "Suspended" # want `bucket "paused" keeps no versions`
  }
}
