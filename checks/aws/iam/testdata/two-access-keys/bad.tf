resource "aws_iam_user" "deploy" { # want `user "deploy" has more than one active access key`
  name = "deploy"
}

resource "aws_iam_access_key" "first" {
  user = aws_iam_user.deploy.name
}

resource "aws_iam_access_key" "second" {
  user = aws_iam_user.deploy.name
}
