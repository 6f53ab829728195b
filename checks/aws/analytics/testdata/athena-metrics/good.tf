resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    publish_cloudwatch_metrics_enabled = true
  }
}
