resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" lets clients in without a password`
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
}
