resource "aws_kms_key" "trail" {}

resource "aws_cloudtrail_event_data_store" "main" {
  name       = "main"
  kms_key_id = aws_kms_key.trail.arn
}
