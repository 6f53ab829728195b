resource "aws_cloudwatch_log_metric_filter" "root" {
  name           = "root"
  pattern        = "{ $.userIdentity.type = \"Root\" }"
  log_group_name = "trail"
  metric_transformation {
    name      = "RootUse" # want `no alarm watches the metric of filter "root"`
    namespace = "Security"
    value     = "1"
  }
}
