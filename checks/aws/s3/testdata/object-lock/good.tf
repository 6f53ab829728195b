resource "aws_s3_bucket" "ledger" {
  bucket = "ledger"
  object_lock_configuration {
    object_lock_enabled = "Enabled"
  }
}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}
