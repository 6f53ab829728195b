resource "aws_rds_cluster" "orders" { # want `"orders" names no customer-managed key`
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}
