resource "aws_db_instance" "orders" { # want `instance "orders" does not ask for minor upgrades`
  instance_class = "db.t4g.medium"
}
