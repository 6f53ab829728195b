resource "aws_iam_account_password_policy" "weak" {
  password_reuse_prevention = 5 # want `fewer than 24`
}
