resource "aws_backup_vault" "daily" { # want `vault "daily" names no customer-managed key`
  name = "daily"
}
