resource "aws_db_instance" "orders" {
  instance_class             = "db.t4g.medium"
  auto_minor_version_upgrade = true
}
