resource "aws_db_instance" "shop" { # want `no backup plan covers instance "shop"`
  identifier     = "shop"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
