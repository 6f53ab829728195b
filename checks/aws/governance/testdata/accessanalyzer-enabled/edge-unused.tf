resource "aws_iam_account_password_policy" "this" { # want `the account has no Access Analyzer`
  minimum_password_length = 14
}

resource "aws_accessanalyzer_analyzer" "unused" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
}
