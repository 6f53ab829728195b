resource "aws_rds_cluster" "orders" { # want `storage of cluster "orders" is not encrypted`
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
}
