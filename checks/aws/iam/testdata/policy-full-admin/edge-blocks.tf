# The text is not known, the statement is.
variable "actions" {}
data "aws_iam_policy_document" "blocks" {
  statement { # want `policy document "blocks" allows every action`
    actions   = ["*"]
    resources = ["*"]
  }
  statement {
    actions   = var.actions
    resources = ["*"]
  }
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["arn:aws:s3:::b"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
data "aws_iam_policy_document" "perhaps" { # want `undecided: `
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}
