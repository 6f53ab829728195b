variable "days" {
  type = number
}

resource "aws_redshift_cluster" "default" {
  cluster_identifier = "default"
}

resource "aws_redshift_cluster" "unknown" {
  cluster_identifier                  = "unknown"
  automated_snapshot_retention_period = var.days # want `undecided: cluster "unknown" has no automated snapshots`
}
