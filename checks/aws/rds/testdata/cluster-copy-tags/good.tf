resource "aws_rds_cluster" "orders" {
  cluster_identifier    = "orders"
  engine                = "aurora-mysql"
  copy_tags_to_snapshot = true
}
