resource "aws_redshift_cluster" "sales" { # want `cluster "sales" keeps no audit logs`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
