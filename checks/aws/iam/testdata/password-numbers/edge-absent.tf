variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `need no digits`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  require_numbers = var.setting # want `undecided: `
}
