variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `minimum password length is below 14`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  minimum_password_length = var.setting # want `undecided: `
}
