resource "aws_cloudtrail" "main" { # want `trail "main" records one region only`
  name           = "main"
  s3_bucket_name = "trail"
}
