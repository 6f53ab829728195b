resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
  engine         = "postgres"
  engine_version = "13.2" # want `version 13.2 of instance "orders" lets users read files of the host`
}
