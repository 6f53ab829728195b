resource "aws_iam_policy" "reader" {
  name = "reader"

  policy = jsonencode({ # want `allows decryption with every KMS key`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "kms:Decrypt"]
      Resource = "*"
    }]
  })
}
