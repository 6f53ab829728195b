resource "aws_kms_key" "own" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:Decrypt", Resource = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = "123456789012" } }
      },
    ]
  })
}

resource "aws_sns_topic" "payments" {
  name              = "payments"
  kms_master_key_id = aws_kms_key.own.id
  tags              = { data-classification = "confidential" }
}

# An open key that holds nothing confidential.
resource "aws_kms_key" "open" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_sns_topic" "news" {
  name              = "news"
  kms_master_key_id = aws_kms_key.open.id
}
