variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `do not expire within 90 days`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  max_password_age = var.setting # want `undecided: `
}
