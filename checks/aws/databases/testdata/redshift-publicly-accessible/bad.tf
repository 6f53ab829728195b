resource "aws_redshift_cluster" "sales" {
  cluster_identifier  = "sales"
  node_type           = "ra3.large"
  publicly_accessible = true # want `cluster "sales" has a public address`
}

resource "aws_redshiftserverless_workgroup" "sales" {
  namespace_name      = "sales"
  workgroup_name      = "sales"
  publicly_accessible = true # want `workgroup "sales" has a public address`
}
