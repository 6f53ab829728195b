variable "status" {}

resource "aws_guardduty_detector" "old" {
  datasources {
    s3_logs {
      enable = false # want `detector "old" has S3_DATA_EVENTS off`
    }
    kubernetes {
      audit_logs {
        enable = false
      }
    }
  }
}

resource "aws_guardduty_detector_feature" "other" {
  detector_id = aws_guardduty_detector.old.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "DISABLED"
}

resource "aws_guardduty_detector_feature" "unknown" {
  detector_id = aws_guardduty_detector.old.id
  name        = "S3_DATA_EVENTS"
  status      = var.status # want `undecided: .*has S3_DATA_EVENTS off`
}
