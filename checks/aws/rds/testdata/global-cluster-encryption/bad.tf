resource "aws_rds_global_cluster" "orders" { # want `storage of global cluster "orders" is not encrypted`
  global_cluster_identifier = "orders"
  engine                    = "aurora-postgresql"
}
