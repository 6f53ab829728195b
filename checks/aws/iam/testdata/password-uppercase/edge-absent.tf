variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `need no upper case letters`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  require_uppercase_characters = var.setting # want `undecided: `
}
