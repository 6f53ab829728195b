resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  auto_minor_version_upgrade = false # want `cluster "sessions" refuses minor upgrades`
}
