resource "aws_docdb_cluster" "orders" {
  cluster_identifier  = "orders"
  storage_encrypted   = true
  deletion_protection = true
}
