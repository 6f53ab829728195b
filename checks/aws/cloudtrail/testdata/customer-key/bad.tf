resource "aws_cloudtrail" "main" { # want `trail "main" has no customer-managed key`
  name           = "main"
  s3_bucket_name = "trail"
}
