resource "aws_elasticache_replication_group" "sessions" { # want `replication group "sessions" lets clients in without a password`
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "carts" { # want `login of replication group "carts" needs encryption in transit`
  replication_group_id = "carts"
  description          = "Carts"
  user_group_ids       = ["carts"]
}
