resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "build-logs/shop"
      encryption_disabled = true # want `project "shop" stores its logs unencrypted`
    }
  }
}
