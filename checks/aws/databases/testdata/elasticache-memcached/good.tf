resource "aws_elasticache_cluster" "pages" {
  cluster_id = "pages"
  engine     = "redis"
}
