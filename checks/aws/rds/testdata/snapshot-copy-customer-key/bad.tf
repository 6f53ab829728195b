resource "aws_db_snapshot_copy" "orders" { # want `"orders" names no customer-managed key`
  source_db_snapshot_identifier = "orders"
  target_db_snapshot_identifier = "orders-copy"
}
