# A document that builds on another is reported once, where it is used.
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "All"
    actions   = ["*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "merged" { # want `policy document "merged" allows every action`
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
  }
}

# The same statement is overridden, so that nothing is left of it.
data "aws_iam_policy_document" "overridden" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [jsonencode({ Statement = [{ Sid = "All", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }] })]
}
