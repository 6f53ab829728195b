resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "data" {
  name          = "alias/data"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_s3_bucket" "patients" {
  bucket = "patients"
  tags   = { data-classification = "confidential" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "patients" {
  bucket = aws_s3_bucket.patients.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.data.arn
    }
  }
}

resource "aws_sqs_queue" "payments" {
  name              = "payments"
  kms_master_key_id = aws_kms_alias.data.name
  tags              = { data-classification = "pci" }
}

# AWS's default encryption is enough for the rest.
resource "aws_s3_bucket" "assets" {
  bucket = "assets"
  tags   = { data-classification = "public" }
}

resource "aws_sns_topic" "untagged" {
  name = "untagged"
}
