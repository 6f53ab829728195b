resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_login_profile" "ann" { # want `undecided: `
  user = aws_iam_user.ann.name
}

resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = ["a-group-of-another-root"]
}
