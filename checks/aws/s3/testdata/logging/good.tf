resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_logging" "shop" {
  bucket        = aws_s3_bucket.shop.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "shop/"
}

# A target of access logs is not asked for its own.
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket" "old" {
  bucket = "old"
  logging {
    target_bucket = aws_s3_bucket.logs.id
  }
}

resource "aws_s3_bucket" "others" {
  bucket = "others"
}

resource "aws_s3_bucket_policy" "others" {
  bucket = aws_s3_bucket.others.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.others.arn}/*"
    }]
  })
}
