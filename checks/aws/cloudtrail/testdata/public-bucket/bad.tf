resource "aws_s3_bucket" "trail" {
  bucket = "trail"
}

resource "aws_s3_bucket_acl" "trail" {
  bucket = aws_s3_bucket.trail.id
  acl    = "public-read"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.trail.id # want `trail "main" writes to public bucket "trail"`
}
