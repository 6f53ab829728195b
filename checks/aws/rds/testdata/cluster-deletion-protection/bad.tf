resource "aws_rds_cluster" "orders" {
  cluster_identifier  = "orders"
  engine              = "aurora-mysql"
  deletion_protection = false # want `cluster "orders" has no deletion protection`
}
