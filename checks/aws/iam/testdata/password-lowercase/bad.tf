resource "aws_iam_account_password_policy" "weak" {
  require_lowercase_characters = false # want `need no lower case letters`
}
