resource "aws_neptune_cluster" "graph" { # want `cluster "graph" is not encrypted`
  cluster_identifier = "graph"
}
