resource "aws_redshift_cluster" "warehouse" { # want `cluster "warehouse" stands in one availability zone`
  cluster_identifier = "warehouse"
  node_type          = "ra3.xlplus"
  number_of_nodes    = 2
}
