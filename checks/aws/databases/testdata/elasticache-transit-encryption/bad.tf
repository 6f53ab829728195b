resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" is not encrypted in transit`
  replication_group_id = "sessions"
  description          = "Sessions"
}
