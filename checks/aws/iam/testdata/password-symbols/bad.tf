resource "aws_iam_account_password_policy" "weak" {
  require_symbols = false # want `need no symbols`
}
