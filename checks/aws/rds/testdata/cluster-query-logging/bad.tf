resource "aws_rds_cluster" "orders" { # want `cluster "orders" does not log queries`
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
}
