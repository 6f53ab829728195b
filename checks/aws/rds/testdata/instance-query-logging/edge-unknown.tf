variable "group" {
  type = string
}

resource "aws_db_instance" "orders" {
  instance_class       = "db.t4g.medium"
  engine               = "postgres"
  parameter_group_name = var.group # want `undecided: instance "orders" does not log queries`
}
