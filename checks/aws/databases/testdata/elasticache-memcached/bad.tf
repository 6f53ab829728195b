resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached" # want `cluster "pages" is Memcached`
  num_cache_nodes = 2
}
