resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql"] # want `log group for the postgresql log of "orders" is not declared`
}
