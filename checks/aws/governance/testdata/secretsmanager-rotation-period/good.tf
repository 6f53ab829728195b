resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id           = "shop/db"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"

  rotation_rules {
    schedule_expression = "rate(30 days)"
  }
}
