data "aws_iam_policy_document" "shop" {
  statement { # want `policy document "shop" allows any AWS principal`
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
