resource "aws_iam_account_password_policy" "strict" {
  require_numbers = true
}
