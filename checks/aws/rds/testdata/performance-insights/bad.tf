resource "aws_db_instance" "orders" { # want `instance "orders" has no performance insights`
  instance_class = "db.t4g.medium"
}
