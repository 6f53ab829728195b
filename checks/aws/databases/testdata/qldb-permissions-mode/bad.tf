resource "aws_qldb_ledger" "payments" {
  name             = "payments"
  permissions_mode = "ALLOW_ALL" # want `ledger "payments" allows every command to whoever may connect`
}
