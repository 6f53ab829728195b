resource "aws_codebuild_report_group" "tests" {
  name = "tests"
  type = "TEST"

  export_config {
    type = "S3"

    s3_destination {
      bucket              = "reports"
      encryption_disabled = true # want `report group "tests" exports its reports unencrypted`
    }
  }
}

# Whose reports stay where they are.
resource "aws_codebuild_report_group" "kept" {
  name = "kept"
  type = "TEST"

  export_config {
    type = "NO_EXPORT"
  }
}
