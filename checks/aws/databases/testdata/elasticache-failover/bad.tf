resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" does not fail over by itself`
  replication_group_id = "sessions"
  description          = "Sessions"
  num_cache_clusters   = 2
}
