resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
  engine         = "postgres"
  engine_version = "16.4"
}

resource "aws_db_instance" "major" {
  instance_class = "db.t4g.medium"
  engine         = "postgres"
  engine_version = "13"
}

resource "aws_db_instance" "other" {
  instance_class = "db.t4g.medium"
  engine         = "mysql"
  engine_version = "5.7.44"
}
