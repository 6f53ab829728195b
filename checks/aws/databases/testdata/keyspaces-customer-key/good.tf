resource "aws_kms_key" "telemetry" {
  enable_key_rotation = true
}

resource "aws_keyspaces_table" "events" {
  keyspace_name = "telemetry"
  table_name    = "events"

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_identifier = aws_kms_key.telemetry.arn
  }
}
