resource "aws_sns_topic" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail"
  sns_topic_name = aws_sns_topic.trail.name
}
