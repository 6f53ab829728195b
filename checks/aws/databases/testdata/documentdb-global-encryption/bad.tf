resource "aws_docdb_global_cluster" "catalogue" { # want `global cluster "catalogue" is not encrypted`
  global_cluster_identifier = "catalogue"
  engine                    = "docdb"
}
