resource "aws_iam_user" "ann" { # want `user "ann" is an IAM user`
  name = "ann"
}
