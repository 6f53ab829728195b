variable "tls" {
  type = bool
}

resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id       = "unknown"
  transit_encryption_enabled = var.tls # want `undecided: replication group "unknown" is not encrypted in transit`
}
