resource "aws_iam_user_policy" "inline" {
  user   = "ann" # want `gives a policy`
  policy = "{}"
}
resource "aws_iam_policy_attachment" "users" {
  name       = "users"
  users      = ["ann"] # want `gives a policy`
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
resource "aws_iam_policy_attachment" "roles" {
  name       = "roles"
  users      = []
  roles      = ["app"]
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
