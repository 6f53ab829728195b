resource "aws_db_instance" "orders" { # want `instance "orders" does not use IAM authentication`
  instance_class = "db.t4g.medium"
  engine         = "postgres"
}
