resource "aws_s3_bucket" "shop" { # want `bucket "shop" is not replicated`
  bucket = "shop"
}

resource "aws_s3_bucket" "paused" {
  bucket = "paused"
}

resource "aws_s3_bucket_replication_configuration" "paused" {
  bucket = aws_s3_bucket.paused.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    status = "Disabled" # want `bucket "paused" is not replicated`
    destination {
      bucket = "arn:aws:s3:::copy"
    }
  }
}
