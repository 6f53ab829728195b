resource "aws_kms_key" "logs" {
  enable_key_rotation = true
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.logs.key_id
  }
}
