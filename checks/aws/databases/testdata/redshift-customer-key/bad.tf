resource "aws_redshift_cluster" "sales" { # want `cluster "sales" names no customer-managed key`
  cluster_identifier = "sales"
  node_type          = "ra3.large"
  encrypted          = true
}

resource "aws_redshiftserverless_namespace" "sales" { # want `namespace "sales" names no customer-managed key`
  namespace_name = "sales"
}
