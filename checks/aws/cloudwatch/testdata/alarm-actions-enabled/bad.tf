resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  actions_enabled     = false # want `actions of alarm "errors" are switched off`
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:pager"]
}
