resource "aws_redshift_cluster" "sales" { # want `cluster "sales" does not ask for encryption`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
