data "aws_iam_policy_document" "shop" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/shop"]
    }
  }
}
