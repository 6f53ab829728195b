resource "aws_docdb_cluster_parameter_group" "catalogue" { # want `parameter group "catalogue" leaves auditing off`
  family = "docdb5.0"
  name   = "catalogue"
}
