resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier      = "catalogue"
  backup_retention_period = 14
}
