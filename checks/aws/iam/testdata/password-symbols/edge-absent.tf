variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `need no symbols`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  require_symbols = var.setting # want `undecided: `
}
