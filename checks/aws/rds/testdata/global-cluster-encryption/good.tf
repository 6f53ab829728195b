resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}

# One that is built from a cluster is encrypted as the cluster is.
resource "aws_rds_cluster" "first" {
  cluster_identifier = "first"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_rds_global_cluster" "grown" {
  global_cluster_identifier    = "grown"
  source_db_cluster_identifier = aws_rds_cluster.first.arn
}
