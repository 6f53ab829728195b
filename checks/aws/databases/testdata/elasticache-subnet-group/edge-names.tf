variable "group" {
  type = string
}

resource "aws_elasticache_subnet_group" "generated" {
  name       = uuid()
  subnet_ids = ["subnet-0a1b2c3d"]
}

resource "aws_elasticache_cluster" "default" {
  cluster_id        = "default"
  engine            = "redis"
  subnet_group_name = "default" # want `cluster "default" stands in the default subnet group`
}

resource "aws_elasticache_cluster" "generated" {
  cluster_id        = "generated"
  engine            = "redis"
  subnet_group_name = aws_elasticache_subnet_group.generated.name
}

resource "aws_elasticache_cluster" "unknown" {
  cluster_id        = "unknown"
  engine            = "redis"
  subnet_group_name = var.group # want `undecided: cluster "unknown" stands in the default subnet group`
}

resource "aws_elasticache_cluster" "member" {
  cluster_id           = "member"
  replication_group_id = "queues"
}
