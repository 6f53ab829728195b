variable "key" {
  type = string
}

resource "aws_sns_topic" "unknown" {
  name              = "unknown"
  kms_master_key_id = var.key # want `undecided: topic "unknown" is not encrypted with a KMS key`
}
