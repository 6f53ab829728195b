variable "engine" {
  type = string
}

resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id = "valkey"
  engine               = "valkey"
}

resource "aws_elasticache_replication_group" "refuses" {
  replication_group_id       = "refuses"
  engine                     = "valkey"
  at_rest_encryption_enabled = false # want `replication group "refuses" is not encrypted at rest`
}

resource "aws_elasticache_replication_group" "unknown" { # want `undecided: replication group "unknown" is not encrypted at rest`
  replication_group_id = "unknown"
  engine               = var.engine
}

resource "aws_elasticache_replication_group" "secondary" { # want `undecided: replication group "secondary" is not encrypted at rest`
  replication_group_id        = "secondary"
  global_replication_group_id = "xyzab-sessions"
}
