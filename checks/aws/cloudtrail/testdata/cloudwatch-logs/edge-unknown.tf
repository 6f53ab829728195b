variable "group_arn" {
  type = string
}

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = "trail"
  cloud_watch_logs_group_arn = var.group_arn # want `undecided: trail "main" does not deliver to CloudWatch Logs`
}
