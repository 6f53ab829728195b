resource "aws_secretsmanager_secret" "db" {
  count = 2
  name  = "shop/db-${count.index}"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  count               = 2
  secret_id           = aws_secretsmanager_secret.db[count.index].id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}
