resource "aws_iam_account_password_policy" "this" { # want `nobody may call AWS Support`
  minimum_password_length = 14
}
