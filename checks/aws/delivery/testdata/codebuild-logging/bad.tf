resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED" # want `project "shop" logs to nowhere`
    }
  }
}
