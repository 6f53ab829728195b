resource "aws_cloudtrail" "main" { # want `trail "main" does not deliver to CloudWatch Logs`
  name           = "main"
  s3_bucket_name = "trail"
}
