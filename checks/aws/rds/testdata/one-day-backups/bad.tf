resource "aws_rds_cluster" "orders" { # want `backups of cluster "orders" are kept for one day at most`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}
