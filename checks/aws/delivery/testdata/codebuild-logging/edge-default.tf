variable "status" {
  type = string
}

# CodeBuild logs to CloudWatch unless it is told not to.
resource "aws_codebuild_project" "default" {
  name         = "default"
  service_role = "arn:aws:iam::123456789012:role/build"
}

resource "aws_codebuild_project" "bucket" {
  name         = "bucket"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
    s3_logs {
      status   = "ENABLED"
      location = "build-logs/shop"
    }
  }
}

resource "aws_codebuild_project" "unknown" {
  name         = "unknown"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    cloudwatch_logs {
      status = var.status # want `undecided: project "unknown" logs to nowhere`
    }
  }
}
