resource "aws_redshift_cluster" "sales" { # want `cluster "sales" loads and unloads outside of its VPC`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}
