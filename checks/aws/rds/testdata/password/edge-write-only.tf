locals {
  secret = "written-down-in-a-local"
}

resource "aws_db_instance" "orders" {
  instance_class      = "db.t4g.medium"
  password_wo         = local.secret # want `master password of instance "orders" is in the code`
  password_wo_version = 1
}
