variable "password" {
  type      = string
  sensitive = true
}

resource "aws_rds_cluster" "this" {
  cluster_identifier = "this"
  engine             = "aurora-mysql"
  master_password    = var.password # want `master password of cluster "this" is in the code`
}
