variable "version_of_redis" {
  type = string
}

resource "aws_elasticache_cluster" "exactly" {
  cluster_id     = "exactly"
  engine         = "redis"
  engine_version = "4.0.10"
}

resource "aws_elasticache_cluster" "series" {
  cluster_id     = "series"
  engine         = "redis"
  engine_version = "6.x"
}

resource "aws_elasticache_cluster" "memcached" {
  cluster_id     = "memcached"
  engine         = "memcached"
  engine_version = "1.6.22"
}

resource "aws_elasticache_cluster" "newest" {
  cluster_id = "newest"
  engine     = "redis"
}

resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id = "unknown"
  engine_version       = var.version_of_redis # want `undecided: replication group "unknown" runs a Redis OSS version before 4.0.10`
}
