resource "aws_db_instance" "orders" {
  instance_class                      = "db.t4g.medium"
  engine                              = "postgres"
  iam_database_authentication_enabled = true
}

# An engine that does not know it.
resource "aws_db_instance" "legacy" {
  instance_class = "db.m6i.large"
  engine         = "sqlserver-se"
}
