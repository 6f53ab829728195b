resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_versioning" "shop" {
  bucket = aws_s3_bucket.shop.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "old"
  versioning {
    enabled = true
  }
}

# Object lock switches versioning on.
resource "aws_s3_bucket" "locked" {
  bucket              = "locked"
  object_lock_enabled = true
}
