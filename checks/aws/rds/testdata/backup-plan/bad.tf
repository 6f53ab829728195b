resource "aws_rds_cluster" "orders" { # want `no backup plan covers cluster "orders"`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}
