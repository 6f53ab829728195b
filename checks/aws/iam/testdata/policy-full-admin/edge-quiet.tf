# Power users, a condition, a deny, a resource that is known only later.
resource "aws_iam_policy" "power" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = ["iam:*", "organizations:*"], Resource = "*" }] })
}
resource "aws_iam_policy" "mfa" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }] })
}
resource "aws_iam_policy" "deny" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}
resource "aws_s3_bucket" "logs" {}
resource "aws_iam_policy" "bucket" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = aws_s3_bucket.logs.arn }] })
}
# The policy of a key: its "*" is the key.
data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
}
