resource "aws_guardduty_detector" "this" {
}

resource "aws_guardduty_organization_configuration" "this" {
  detector_id = aws_guardduty_detector.this.id
  auto_enable = true
}
