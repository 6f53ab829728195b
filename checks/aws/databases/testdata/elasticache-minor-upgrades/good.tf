resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  auto_minor_version_upgrade = true
}

resource "aws_elasticache_replication_group" "queues" {
  replication_group_id = "queues"
  description          = "Queues"
}
