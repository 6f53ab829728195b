resource "aws_neptune_cluster" "graph" { # want `cluster "graph" has no deletion protection`
  cluster_identifier = "graph"
}
