resource "aws_cloudwatch_metric_alarm" "errors" { # want `alarm "errors" has no action`
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "empty" {
  alarm_name          = "empty"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = [] # want `alarm "empty" has no action`
}
