resource "aws_elasticache_cluster" "pages" { # want `cluster "pages" stands in one availability zone`
  cluster_id      = "pages"
  engine          = "memcached"
  num_cache_nodes = 3
}
