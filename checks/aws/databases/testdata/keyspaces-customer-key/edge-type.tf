resource "aws_kms_key" "telemetry" {}

resource "aws_keyspaces_table" "owned" {
  keyspace_name = "telemetry"
  table_name    = "owned"

  encryption_specification {
    type               = "AWS_OWNED_KMS_KEY"
    kms_key_identifier = aws_kms_key.telemetry.arn # want `table "owned" names no customer-managed key`
  }
}
