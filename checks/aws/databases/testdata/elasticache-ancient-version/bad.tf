resource "aws_elasticache_cluster" "sessions" {
  cluster_id     = "sessions"
  engine         = "redis"
  engine_version = "3.2.6" # want `cluster "sessions" runs a Redis OSS version before 4.0.10`
}
