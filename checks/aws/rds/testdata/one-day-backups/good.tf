resource "aws_rds_cluster" "orders" {
  cluster_identifier      = "orders"
  engine                  = "aurora-mysql"
  backup_retention_period = 5
}
