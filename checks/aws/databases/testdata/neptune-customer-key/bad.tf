resource "aws_neptune_cluster" "graph" { # want `cluster "graph" names no customer-managed key`
  cluster_identifier = "graph"
  storage_encrypted  = true
}
