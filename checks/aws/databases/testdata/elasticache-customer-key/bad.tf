resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" names no customer-managed key`
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}
