resource "aws_db_parameter_group" "mysql" {
  name   = "mysql"
  family = "mysql8.0"
  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
}

resource "aws_db_instance" "orders" {
  instance_class       = "db.t4g.medium"
  engine               = "mysql"
  parameter_group_name = aws_db_parameter_group.mysql.name
}

# PostgreSQL forces TLS by default from version 15 on.
resource "aws_db_parameter_group" "postgres" {
  name_prefix = "postgres"
  family      = "postgres16"
}

resource "aws_db_instance" "stock" {
  instance_class       = "db.t4g.medium"
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.postgres.id
}
