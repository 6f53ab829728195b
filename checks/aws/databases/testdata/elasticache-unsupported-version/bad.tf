resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "redis"
  engine_version       = "5.0.6" # want `replication group "sessions" runs a Redis OSS version out of standard support`
}
