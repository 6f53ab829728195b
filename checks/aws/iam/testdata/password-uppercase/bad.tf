resource "aws_iam_account_password_policy" "weak" {
  require_uppercase_characters = false # want `need no upper case letters`
}
