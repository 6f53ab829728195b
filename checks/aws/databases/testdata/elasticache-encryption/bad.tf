resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" is not encrypted at rest`
  replication_group_id = "sessions"
  description          = "Sessions"
  node_type            = "cache.t4g.medium"
}
