variable "logs" {}

resource "aws_redshiftserverless_namespace" "half" {
  namespace_name = "half"
  log_exports    = ["userlog"] # want `namespace "half" does not export`
}

resource "aws_redshiftserverless_namespace" "unknown" {
  namespace_name = "unknown"
  log_exports    = var.logs # want `undecided: .*does not export`
}
