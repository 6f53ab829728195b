resource "aws_redshift_cluster" "sales" { # want `cluster "sales" has the default database name`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
