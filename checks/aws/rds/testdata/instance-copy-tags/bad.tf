resource "aws_db_instance" "orders" { # want `instance "orders" does not copy its tags to snapshots`
  instance_class = "db.t4g.medium"
}
