resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  engine_version     = "11.8" # want `version 11.8 of cluster "orders" lets users read files of the host`
}
