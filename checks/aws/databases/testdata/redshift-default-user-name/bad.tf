resource "aws_redshift_cluster" "sales" {
  cluster_identifier  = "sales"
  node_type           = "ra3.large"
  master_username     = "awsuser" # want `admin of cluster "sales", which may be public, has the default name "awsuser"`
  publicly_accessible = true
}
