resource "aws_neptune_cluster" "graph" { # want `cluster "graph" answers without a login`
  cluster_identifier = "graph"
}
