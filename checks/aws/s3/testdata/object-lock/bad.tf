resource "aws_s3_bucket" "ledger" {
  bucket = "ledger"
  object_lock_configuration {
    object_lock_enabled = "Disabled" # want `object lock of bucket "ledger" is not enabled`
  }
}
