resource "aws_guardduty_detector" "this" {}

resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.this.id
  name        = "EKS_AUDIT_LOGS"
  status      = "DISABLED" # want `feature "this" has EKS_AUDIT_LOGS off`
}
