resource "aws_db_instance" "orders" {
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-rsa2048-g1"
}

resource "aws_db_instance" "default" {
  instance_class = "db.t4g.medium"
}
