resource "aws_elasticache_cluster" "sessions" { # want `cluster "sessions" stands in the default subnet group`
  cluster_id = "sessions"
  engine     = "redis"
}
