resource "aws_iam_account_password_policy" "strict" {
  max_password_age = 90
}
