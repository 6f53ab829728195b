resource "aws_docdb_global_cluster" "catalogue" {
  global_cluster_identifier = "catalogue"
  engine                    = "docdb"
  storage_encrypted         = true
}
