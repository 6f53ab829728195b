resource "aws_guardduty_detector" "this" {
  enable = false # want `detector "this" is turned off`
}
