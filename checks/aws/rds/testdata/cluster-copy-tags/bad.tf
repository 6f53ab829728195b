resource "aws_rds_cluster" "orders" { # want `cluster "orders" does not copy its tags to snapshots`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}
