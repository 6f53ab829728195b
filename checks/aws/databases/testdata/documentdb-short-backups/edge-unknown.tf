variable "days" {
  type = number
}

resource "aws_docdb_cluster" "unknown" {
  cluster_identifier      = "unknown"
  backup_retention_period = var.days # want "undecided: backup_retention_period is not known"
}
