resource "aws_docdb_cluster" "catalogue" { # want `backups of cluster "catalogue" are kept for 1 of 7 days`
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster" "reviews" {
  cluster_identifier      = "reviews"
  backup_retention_period = 3 # want `backups of cluster "reviews" are kept for 3 of 7 days`
}
