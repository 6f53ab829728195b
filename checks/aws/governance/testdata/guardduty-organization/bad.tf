resource "aws_guardduty_detector" "this" { # want `detector "this" does not take in the organization's accounts`
  enable = true
}

resource "aws_guardduty_organization_configuration" "this" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = "NONE"
}
