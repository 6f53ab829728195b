resource "aws_redshift_cluster" "restored" {
  cluster_identifier  = "restored"
  snapshot_identifier = "sales-2026-01-01"
}

resource "aws_redshift_cluster" "dev" {
  cluster_identifier = "dev"
  database_name      = "dev" # want `cluster "dev" has the default database name`
}
