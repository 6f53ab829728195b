resource "aws_cloudwatch_log_metric_filter" "root" {
  name           = "root"
  pattern        = "{ $.userIdentity.type = \"Root\" }"
  log_group_name = "trail"
  metric_transformation {
    name      = "RootUse"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "root" {
  alarm_name          = "root"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "RootUse"
  namespace           = "Security"
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:pager"]
}
