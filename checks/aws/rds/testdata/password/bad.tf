variable "password" {
  type      = string
  sensitive = true
  default   = "hunter2hunter2hunter2"
}

resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
  password       = "correct horse battery staple" # want `master password of instance "orders" is in the code$`
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  master_password    = var.password # want `master password of cluster "orders" is in the code$`
}

resource "random_password" "short" {
  length = 8
}

resource "aws_db_instance" "short" {
  instance_class = "db.t4g.medium"
  password       = random_password.short.result # want `master password of instance "short" has 8 characters only`
}
