variable "setting" {}
resource "aws_iam_account_password_policy" "absent" { # want `fewer than 5`
  allow_users_to_change_password = true
}
resource "aws_iam_account_password_policy" "unknown" {
  password_reuse_prevention = var.setting # want `undecided: `
}
