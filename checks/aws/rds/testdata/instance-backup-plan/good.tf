resource "aws_db_instance" "shop" {
  identifier     = "shop"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "plan-0a1b2c3d"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_db_instance.shop.arn]
}
