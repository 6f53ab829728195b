variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `need no lower case letters`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  require_lowercase_characters = var.setting # want `undecided: `
}
