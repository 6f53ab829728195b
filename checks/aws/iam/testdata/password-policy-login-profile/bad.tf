resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_login_profile" "ann" { # want `goes with no account password policy`
  user = aws_iam_user.ann.name
}
