resource "aws_neptune_cluster" "graph" { # want `backups of cluster "graph" are kept for 1 of 7 days`
  cluster_identifier = "graph"
}
