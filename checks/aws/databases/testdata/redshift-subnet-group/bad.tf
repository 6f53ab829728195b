resource "aws_redshift_cluster" "sales" { # want `cluster "sales" has no subnet group`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
