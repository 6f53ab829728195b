resource "aws_db_instance" "orders" {
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-2019" # want `instance "orders" uses a certificate authority that has expired`
}
