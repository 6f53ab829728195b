resource "aws_docdb_cluster" "catalogue" { # want `cluster "catalogue" exports no logs`
  cluster_identifier = "catalogue"
}
