variable "public" {
  type    = bool
  default = true
}

resource "aws_db_instance" "orders" {
  instance_class      = "db.t4g.medium"
  publicly_accessible = var.public # want `instance "orders" has a public address`
}
