resource "aws_db_parameter_group" "logged" {
  name   = "logged"
  family = "postgres16"
  parameter {
    name  = "log_statement"
    value = "ddl"
  }
  parameter {
    name  = "log_min_duration_statement"
    value = 1000
  }
}

resource "aws_db_instance" "orders" {
  instance_class       = "db.t4g.medium"
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.logged.name
}
