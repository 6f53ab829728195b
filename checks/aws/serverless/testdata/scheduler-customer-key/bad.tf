resource "aws_scheduler_schedule" "nightly" { # want `schedule "nightly" is not encrypted with a customer's key`
  name                = "nightly"
  schedule_expression = "cron(0 3 * * ? *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:jobs"
    role_arn = "arn:aws:iam::123456789012:role/nightly"
  }
}
