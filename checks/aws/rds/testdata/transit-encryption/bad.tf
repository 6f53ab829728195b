resource "aws_db_parameter_group" "plain" {
  name   = "plain"
  family = "mysql8.0"
  parameter {
    name  = "character_set_server"
    value = "utf8mb4"
  }
}

resource "aws_db_instance" "orders" {
  instance_class       = "db.t4g.medium"
  engine               = "mysql"
  parameter_group_name = aws_db_parameter_group.plain.name # want `require_secure_transport of the parameter group of instance "orders" does not force TLS`
}

resource "aws_db_parameter_group" "off" {
  name   = "off"
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "0" # want `rds.force_ssl of the parameter group of instance "stock" does not force TLS`
  }
}

resource "aws_db_instance" "stock" {
  instance_class       = "db.t4g.medium"
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.off.name
}
