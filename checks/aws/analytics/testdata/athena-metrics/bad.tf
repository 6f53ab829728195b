resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    publish_cloudwatch_metrics_enabled = false # want `workgroup "reports" publishes no metrics of its queries`
  }
}
