variable "token" {
  type = string
}

resource "random_password" "token" {
  length = 64
}

resource "aws_elasticache_replication_group" "generated" {
  replication_group_id       = "generated"
  transit_encryption_enabled = true
  auth_token                 = random_password.token.result
}

resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id       = "unknown"
  transit_encryption_enabled = true
  auth_token                 = var.token # want `undecided: replication group "unknown" lets clients in without a password`
}

resource "aws_elasticache_serverless_cache" "open" { # want `serverless cache "open" lets clients in without a password`
  engine = "valkey"
  name   = "open"
}

resource "aws_elasticache_serverless_cache" "memcached" {
  engine = "memcached"
  name   = "memcached"
}

# aws-elasticache-transit-encryption reports that its login does not work.
resource "aws_elasticache_replication_group" "clear" {
  replication_group_id = "clear"
  user_group_ids       = ["sessions"]
}
