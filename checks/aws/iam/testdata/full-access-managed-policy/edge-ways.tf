resource "aws_iam_role" "app" {
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMFullAccess"] # want `attaches IAMFullAccess`
}

data "aws_iam_policy" "looked_up" {
  name = "IAMFullAccess"
}
resource "aws_iam_user_policy_attachment" "looked_up" {
  user       = "ann"
  policy_arn = data.aws_iam_policy.looked_up.arn # want `attaches IAMFullAccess`
}

data "aws_iam_policy" "alone" {
  arn = "arn:aws:iam::aws:policy/IAMFullAccess" # want `IAMFullAccess is looked up`
}

# A policy of one's own may have the name too.
resource "aws_iam_group_policy_attachment" "own" {
  group      = "ops"
  policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
}
