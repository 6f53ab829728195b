variable "days" {
  type = number
}

resource "aws_elasticache_replication_group" "queues" {
  replication_group_id     = "queues"
  node_type                = "cache.t4g.medium"
  snapshot_retention_limit = var.days # want `undecided: replication group "queues" has no backups`
}

# The group's backups are a member's.
resource "aws_elasticache_cluster" "member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.queues.id
}

resource "aws_elasticache_cluster" "old" {
  cluster_id = "old"
  engine     = "redis"
  node_type  = "cache.t1.micro"
}
