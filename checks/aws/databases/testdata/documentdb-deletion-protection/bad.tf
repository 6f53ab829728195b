resource "aws_docdb_cluster" "orders" { # want `cluster "orders" has no deletion protection`
  cluster_identifier = "orders"
  storage_encrypted  = true
}
