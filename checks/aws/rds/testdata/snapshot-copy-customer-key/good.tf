resource "aws_kms_key" "orders" {}

resource "aws_db_snapshot_copy" "orders" {
  source_db_snapshot_identifier = "orders"
  target_db_snapshot_identifier = "orders-copy"
  kms_key_id                    = aws_kms_key.orders.arn
}
