resource "aws_rds_cluster_instance" "orders" { # want `performance insights of cluster instance "orders" have no customer-managed key`
  cluster_identifier           = "orders"
  instance_class               = "db.r6g.large"
  engine                       = "aurora-postgresql"
  performance_insights_enabled = true
}
