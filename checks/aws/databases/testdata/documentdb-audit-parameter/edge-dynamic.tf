variable "parameters" {
  type = map(string)
}

resource "aws_docdb_cluster_parameter_group" "unknown" { # want `undecided: parameter group "unknown" leaves auditing off`
  family = "docdb5.0"

  dynamic "parameter" {
    for_each = var.parameters
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_docdb_cluster_parameter_group" "known" {
  family = "docdb5.0"

  dynamic "parameter" {
    for_each = { audit_logs = "none", profiler = "enabled" }
    content {
      name  = parameter.key
      value = parameter.value # want `parameter group "known" leaves auditing off`
    }
  }
}
