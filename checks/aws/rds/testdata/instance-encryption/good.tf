resource "aws_db_instance" "orders" {
  instance_class    = "db.t4g.medium"
  engine            = "postgres"
  storage_encrypted = true
}

# A replica is encrypted as its source is.
resource "aws_db_instance" "replica" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.orders.identifier
}
