resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_policy_attachment" "ann" {
  user       = aws_iam_user.ann.name # want `gives a policy to a user directly`
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
