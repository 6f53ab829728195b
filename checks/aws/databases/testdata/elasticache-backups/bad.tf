resource "aws_elasticache_cluster" "sessions" { # want `cluster "sessions" has no backups`
  cluster_id = "sessions"
  engine     = "redis"
  node_type  = "cache.t4g.medium"
}

resource "aws_elasticache_replication_group" "queues" { # want `replication group "queues" has no backups`
  replication_group_id = "queues"
  description          = "Queues"
  node_type            = "cache.t4g.medium"
}
