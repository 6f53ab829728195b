variable "nodes" {
  type = number
}

resource "aws_elasticache_cluster" "single" {
  cluster_id      = "single"
  engine          = "redis"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "stated" {
  cluster_id      = "stated"
  engine          = "redis"
  num_cache_nodes = 1
  az_mode         = "single-az" # want `cluster "stated" stands in one availability zone`
}

resource "aws_elasticache_cluster" "unknown" { # want `undecided: cluster "unknown" stands in one availability zone`
  cluster_id      = "unknown"
  engine          = "memcached"
  num_cache_nodes = var.nodes
}
