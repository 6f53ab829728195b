resource "aws_redshift_cluster" "sales" { # want `cluster "sales" does not refuse a public address`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
