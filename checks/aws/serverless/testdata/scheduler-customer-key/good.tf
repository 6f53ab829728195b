resource "aws_kms_key" "nightly" {
  description         = "schedules"
  enable_key_rotation = true
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 3 * * ? *)"
  kms_key_arn         = aws_kms_key.nightly.arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:jobs"
    role_arn = "arn:aws:iam::123456789012:role/nightly"
  }
}
