resource "aws_db_instance" "orders" { # want `instance "orders" does not log queries`
  instance_class = "db.t4g.medium"
  engine         = "postgres"
}

resource "aws_db_parameter_group" "half" {
  name   = "half"
  family = "postgres16"
  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}

resource "aws_db_instance" "half" {
  instance_class       = "db.t4g.medium"
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.half.name # want `instance "half" does not log queries`
}
