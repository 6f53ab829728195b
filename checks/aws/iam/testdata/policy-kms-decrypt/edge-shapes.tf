variable "key" {}

resource "aws_iam_policy" "every_key" {
  name = "every-key"

  policy = jsonencode({ # want `allows decryption with every KMS key`
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "kms:ReEncrypt*", Resource = "arn:aws:kms:*:123456789012:key/*" }
  })
}

# The condition ties it to one service.
resource "aws_iam_policy" "via" {
  name = "via"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow", Action = "kms:Decrypt", Resource = "*"
      Condition = { StringEquals = { "kms:ViaService" = "s3.eu-west-1.amazonaws.com" } }
    }
  })
}

# An administrator is another check's.
resource "aws_iam_policy" "admin" {
  name = "admin"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "*", Resource = "*" }
  })
}

resource "aws_iam_policy" "encrypts" {
  name = "encrypts"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = ["kms:Encrypt", "kms:GenerateDataKey"], Resource = "*" }
  })
}

resource "aws_iam_policy" "one_key" {
  name = "one-key"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "kms:Decrypt", Resource = "arn:aws:kms:eu-west-1:123456789012:key/${var.key}" }
  })
}

resource "aws_iam_policy" "any_key" {
  name = "any-key"

  policy = jsonencode({ # want `undecided: what policy "any_key" allows is not known`
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "kms:Decrypt", Resource = var.key }
  })
}
