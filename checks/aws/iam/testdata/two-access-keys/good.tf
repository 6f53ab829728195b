resource "aws_iam_user" "deploy" {
  name = "deploy"
}

resource "aws_iam_access_key" "current" {
  user = aws_iam_user.deploy.name
}

resource "aws_iam_access_key" "previous" {
  user   = aws_iam_user.deploy.name
  status = "Inactive"
}
