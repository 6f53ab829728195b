resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  num_cache_nodes = 3
  az_mode         = "cross-az"
}
