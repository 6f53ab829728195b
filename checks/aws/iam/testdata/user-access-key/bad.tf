resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_access_key" "ann" { # want `access key "ann" does not expire`
  user = aws_iam_user.ann.name
}
