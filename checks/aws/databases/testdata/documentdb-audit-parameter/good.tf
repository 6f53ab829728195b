resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"
  name   = "catalogue"

  parameter {
    name  = "audit_logs"
    value = "all"
  }
}
