# Where a password comes from decides, not how it got here.
variable "shop" {
  type = object({ password = string, length = number })
  default = {
    password = "shared-by-everybody"
    length   = 12
  }
}

data "aws_secretsmanager_secret_version" "orders" {
  secret_id = "orders"
}

resource "random_password" "orders" {
  length = var.shop.length
}

resource "aws_db_instance" "default" {
  instance_class = "db.t4g.medium"
  password       = var.shop.password # want `master password of instance "default" is in the code`
}

resource "aws_db_instance" "vault" {
  instance_class = "db.t4g.medium"
  password       = jsondecode(data.aws_secretsmanager_secret_version.orders.secret_string)["password"]
}

resource "aws_db_instance" "generated" {
  instance_class = "db.t4g.medium"
  password       = random_password.orders.result # want `master password of instance "generated" has 12 characters only`
}

resource "aws_db_instance" "empty" {
  instance_class = "db.t4g.medium"
  password       = ""
}
