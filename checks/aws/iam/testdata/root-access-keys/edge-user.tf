resource "aws_iam_user" "it" {
  name = "root"
}
resource "aws_iam_access_key" "it" {
  user = aws_iam_user.it.name # want `is of the root user`
}
