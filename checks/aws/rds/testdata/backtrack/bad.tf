resource "aws_rds_cluster" "orders" { # want `cluster "orders" has no backtracking`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}
