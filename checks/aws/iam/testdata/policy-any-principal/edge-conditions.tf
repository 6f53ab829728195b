data "aws_iam_policy_document" "organisation" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1234567890"]
    }
  }
}

# A key that a stranger lacks, or a transport that everybody has, keeps nobody out.
data "aws_iam_policy_document" "if_exists" {
  statement { # want `policy document "if_exists" allows any AWS principal`
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEqualsIfExists"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1234567890"]
    }
  }
}

data "aws_iam_policy_document" "tls" {
  statement { # want `policy document "tls" allows any AWS principal`
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root", "*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}
