resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/rds/instance/orders/postgresql"
  retention_in_days = 365
}

resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}
