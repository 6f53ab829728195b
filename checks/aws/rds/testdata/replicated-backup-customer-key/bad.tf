resource "aws_db_instance_automated_backups_replication" "orders" { # want `"orders" names no customer-managed key`
  source_db_instance_arn = "arn:aws:rds:eu-west-1:123456789012:db:orders"
}
