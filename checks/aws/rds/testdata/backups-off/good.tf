resource "aws_db_instance" "orders" {
  instance_class          = "db.t4g.medium"
  backup_retention_period = 14
}

resource "aws_db_instance" "replica" {
  instance_class          = "db.t4g.medium"
  replicate_source_db     = aws_db_instance.orders.identifier
  backup_retention_period = 0
}
