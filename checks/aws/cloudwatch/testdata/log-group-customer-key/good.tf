resource "aws_kms_key" "logs" {}

resource "aws_cloudwatch_log_group" "shop" {
  name       = "shop"
  kms_key_id = aws_kms_key.logs.arn
}
