resource "aws_iam_account_password_policy" "weak" {
  max_password_age = 120 # want `do not expire within 90 days`
}
