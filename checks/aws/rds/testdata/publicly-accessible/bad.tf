resource "aws_db_instance" "orders" {
  instance_class      = "db.t4g.medium"
  publicly_accessible = true # want `instance "orders" has a public address`
}

resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier  = "orders"
  instance_class      = "db.r6g.large"
  engine              = "aurora-mysql"
  publicly_accessible = true # want `cluster instance "orders" has a public address`
}
