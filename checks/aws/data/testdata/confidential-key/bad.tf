resource "aws_s3_bucket" "patients" { # want `bucket "patients" is tagged confidential and has no customer-managed key`
  bucket = "patients"
  tags   = { data-classification = "confidential" }
}

resource "aws_sqs_queue" "payments" {
  name              = "payments"
  kms_master_key_id = "alias/aws/sqs" # want `queue "payments" is tagged PCI and has no customer-managed key`
  tags              = { DataClassification = "PCI" }
}
