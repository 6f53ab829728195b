variable "policies" {
  type = set(string)
}

resource "aws_iam_account_password_policy" "this" { # want `undecided: nobody may call AWS Support`
  minimum_password_length = 14
}

resource "aws_iam_role_policy_attachment" "all" {
  for_each   = var.policies
  role       = "support"
  policy_arn = each.value
}
