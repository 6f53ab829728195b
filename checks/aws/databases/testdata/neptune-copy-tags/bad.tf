resource "aws_neptune_cluster" "graph" { # want `cluster "graph" does not copy its tags to snapshots`
  cluster_identifier = "graph"
}
