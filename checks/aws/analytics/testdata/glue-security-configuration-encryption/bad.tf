resource "aws_glue_security_configuration" "etl" {
  name = "etl"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED" # want `security configuration "etl" leaves logs without a KMS key`
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED" # want `security configuration "etl" leaves job bookmarks without a KMS key`
    }
    s3_encryption {
      s3_encryption_mode = "DISABLED" # want `security configuration "etl" leaves targets in S3 unencrypted`
    }
  }
}
