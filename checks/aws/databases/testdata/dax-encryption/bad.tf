resource "aws_dax_cluster" "orders" { # want `cluster "orders" is not encrypted at rest`
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}
