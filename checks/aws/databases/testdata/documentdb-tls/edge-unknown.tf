variable "tls" {
  type = string
}

resource "aws_docdb_cluster_parameter_group" "unknown" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = var.tls # want `undecided: parameter group "unknown" switches TLS off`
  }
}
