data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "reader" {
  name   = "reader"
  role   = "reader"
  policy = data.aws_iam_policy_document.reader.json # want `allows decryption with every KMS key`
}
