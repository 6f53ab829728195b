resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

# S3 cannot deliver access logs to a bucket under KMS, nor can a load balancer.
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_logging" "shop" {
  bucket        = aws_s3_bucket.shop.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "shop/"
}

resource "aws_s3_bucket" "balancer" {
  bucket = "balancer"
}

resource "aws_lb" "front" {
  name = "front"
  access_logs {
    bucket  = aws_s3_bucket.balancer.id
    enabled = true
  }
}
