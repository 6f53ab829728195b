resource "aws_timestreamwrite_database" "metrics" { # want `database "metrics" names no customer-managed key`
  database_name = "metrics"
}
