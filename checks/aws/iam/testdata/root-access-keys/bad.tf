resource "aws_iam_access_key" "root" {
  user = "root" # want `access key "root" is of the root user`
}
