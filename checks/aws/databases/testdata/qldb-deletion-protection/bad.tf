resource "aws_qldb_ledger" "payments" {
  name                = "payments"
  permissions_mode    = "STANDARD"
  deletion_protection = false # want `ledger "payments" has no deletion protection`
}
