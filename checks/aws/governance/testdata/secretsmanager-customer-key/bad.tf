resource "aws_secretsmanager_secret" "db" { # want `secret "db" has no customer-managed key`
  name = "shop/db"
}
