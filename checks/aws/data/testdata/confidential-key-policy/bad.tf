resource "aws_kms_key" "open" {
  policy = jsonencode({ # want `key "open" of topic "payments" can be used by strangers`
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_sns_topic" "payments" {
  name              = "payments"
  kms_master_key_id = aws_kms_key.open.id
  tags              = { data-classification = "confidential" }
}
