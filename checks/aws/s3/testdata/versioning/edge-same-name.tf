# Two buckets of one name: the companion belongs to the one it refers to.
resource "aws_s3_bucket" "kept" {
  bucket = "shop"
}

resource "aws_s3_bucket" "lost" { # want `bucket "lost" keeps no versions`
  bucket = "shop"
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.bucket
  versioning_configuration {
    status = "Enabled"
  }
}
