resource "aws_db_instance" "orders" { # want `instance "orders" stands in one availability zone`
  instance_class = "db.t4g.medium"
}
