resource "aws_secretsmanager_secret" "db" { # want `secret "db" is not rotated`
  name = "shop/db"
}
