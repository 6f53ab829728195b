resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
  username       = "Postgres" # want `master user of instance "orders" has the default name "Postgres"`
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  master_username    = "admin" # want `master user of cluster "orders" has the default name "admin"`
}
