resource "aws_db_instance" "managed" {
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
}

resource "random_password" "orders" {
  length = 32
}

resource "aws_db_instance" "generated" {
  instance_class = "db.t4g.medium"
  password       = random_password.orders.result
}

# Given from outside: not in the code.
variable "password" {
  type      = string
  sensitive = true
}

resource "aws_rds_cluster" "given" {
  cluster_identifier = "given"
  engine             = "aurora-mysql"
  master_password    = var.password
}
