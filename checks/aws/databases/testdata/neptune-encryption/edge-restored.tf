resource "aws_neptune_cluster" "restored" { # want `undecided: cluster "restored" is not encrypted`
  cluster_identifier  = "restored"
  snapshot_identifier = "graph-2026-01-01"
}

resource "aws_neptune_global_cluster" "plain" { # want `global cluster "plain" is not encrypted`
  global_cluster_identifier = "plain"
}

resource "aws_neptune_global_cluster" "restored" { # want `undecided: global cluster "restored" is not encrypted`
  global_cluster_identifier    = "restored"
  source_db_cluster_identifier = aws_neptune_cluster.restored.arn
}

# How a module says that it restores nothing.
resource "aws_neptune_cluster" "new" { # want `cluster "new" is not encrypted`
  cluster_identifier  = "new"
  snapshot_identifier = ""
}
