resource "aws_redshift_cluster" "sales" {
  cluster_identifier    = "sales"
  node_type             = "ra3.large"
  allow_version_upgrade = false # want `cluster "sales" refuses version upgrades`
}
