resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_login_profile" "ann" { # want `user "ann" has a console password and no policy that demands MFA`
  user = aws_iam_user.ann.name
}
