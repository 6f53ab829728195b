variable "logs" {
  type = list(string)
}

resource "aws_docdb_cluster" "unknown" {
  cluster_identifier              = "unknown"
  enabled_cloudwatch_logs_exports = var.logs # want `undecided: cluster "unknown" exports no logs`
}
