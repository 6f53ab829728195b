# All of IAM on some users is still all of IAM for them.
resource "aws_iam_policy" "some" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*", "iam:*"], Resource = "arn:aws:iam::123456789012:user/team/*" }] }) # want `allows every IAM action`
}
resource "aws_iam_policy" "admin" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # want `allows every IAM action`
}
# Every action on a bucket is none of IAM's.
resource "aws_iam_policy" "bucket" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "arn:aws:s3:::shop/*" }] })
}
resource "aws_iam_policy" "deny" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "iam:*", Resource = "*" }] })
}
