resource "aws_neptune_cluster" "graph" { # want `cluster "graph" does not export its audit log`
  cluster_identifier = "graph"
}

resource "aws_neptune_cluster" "paths" {
  cluster_identifier             = "paths"
  enable_cloudwatch_logs_exports = ["slowquery"] # want `cluster "paths" does not export its audit log`
}
