resource "aws_guardduty_detector" "this" {
  enable = true
}

resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = "account"
}
