resource "aws_db_instance" "orders" { # want `instance "orders" does not ask for backups`
  instance_class = "db.t4g.medium"
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier      = "orders"
  engine                  = "aurora-mysql"
  backup_retention_period = 3 # want `backups of cluster "orders" are kept for 3 of 7 days`
}
