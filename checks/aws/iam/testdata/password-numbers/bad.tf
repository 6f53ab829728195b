resource "aws_iam_account_password_policy" "weak" {
  require_numbers = false # want `need no digits`
}
