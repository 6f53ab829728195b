resource "aws_db_instance" "orders" {
  instance_class      = "db.t4g.medium"
  publicly_accessible = false
}

resource "aws_db_instance" "default" {
  instance_class = "db.t4g.medium"
}
