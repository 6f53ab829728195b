resource "aws_iam_user" "ann" { # want `user "ann" is in no group`
  name = "ann"
}
