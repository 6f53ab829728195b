resource "aws_db_instance" "orders" { # want `instance "orders" has no deletion protection`
  instance_class = "db.t4g.medium"
}
