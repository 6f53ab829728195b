resource "aws_iam_user" "ann" { # want `user "ann" has a console password`
  name = "ann"
}

resource "aws_iam_user_login_profile" "ann" {
  user = aws_iam_user.ann.name
}
