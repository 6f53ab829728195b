variable "encrypted" {
  type = bool
}

resource "aws_docdb_cluster" "restored" { # want `undecided: cluster "restored" is not encrypted`
  cluster_identifier  = "restored"
  snapshot_identifier = "catalogue-2026-01-01"
}

resource "aws_docdb_cluster" "unknown" {
  cluster_identifier = "unknown"
  storage_encrypted  = var.encrypted # want `undecided: cluster "unknown" is not encrypted`
}
