resource "aws_docdb_cluster" "catalogue" { # want `cluster "catalogue" names no customer-managed key`
  cluster_identifier = "catalogue"
  storage_encrypted  = true
}
