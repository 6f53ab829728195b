resource "aws_cloudtrail" "main" { # want `trail "main" announces its log files to no topic`
  name           = "main"
  s3_bucket_name = "trail"
}
