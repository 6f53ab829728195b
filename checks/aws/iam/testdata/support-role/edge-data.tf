resource "aws_iam_account_password_policy" "this" {
  minimum_password_length = 14
}

data "aws_iam_policy" "support" {
  name = "AWSSupportAccess"
}

resource "aws_iam_group_policy_attachment" "support" {
  group      = "support"
  policy_arn = data.aws_iam_policy.support.arn
}
