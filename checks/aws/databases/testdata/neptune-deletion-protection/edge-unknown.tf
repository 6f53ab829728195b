variable "keep" {
  type = bool
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier  = "graph"
  deletion_protection = var.keep # want `undecided: cluster "graph" has no deletion protection`
}
