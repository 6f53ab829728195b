resource "aws_db_instance" "orders" { # want `storage of instance "orders" is not encrypted`
  instance_class = "db.t4g.medium"
  engine         = "postgres"
}

resource "aws_db_instance" "off" {
  instance_class    = "db.t4g.medium"
  engine            = "postgres"
  storage_encrypted = false # want `storage of instance "off" is not encrypted`
}
