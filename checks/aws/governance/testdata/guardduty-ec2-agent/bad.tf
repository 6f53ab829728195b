resource "aws_guardduty_detector" "this" {}

resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.this.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"

  additional_configuration {
    name   = "EC2_AGENT_MANAGEMENT"
    status = "DISABLED" # want `feature "this" has EC2_AGENT_MANAGEMENT off`
  }
}
