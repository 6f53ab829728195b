resource "aws_db_instance" "orders" { # want `instance "orders" has no enhanced monitoring`
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "zero" {
  instance_class      = "db.t4g.medium"
  monitoring_interval = 0 # want `instance "zero" has no enhanced monitoring`
}
