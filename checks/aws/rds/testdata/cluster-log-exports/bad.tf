resource "aws_rds_cluster" "orders" { # want `cluster "orders" exports no logs`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}
