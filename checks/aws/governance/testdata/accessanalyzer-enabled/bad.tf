resource "aws_guardduty_detector" "this" { # want `the account has no Access Analyzer`
  enable = true
}
