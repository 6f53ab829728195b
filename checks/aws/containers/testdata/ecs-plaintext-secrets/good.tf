resource "aws_secretsmanager_secret" "database" {
  name = "shop/database"
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{
    name        = "shop"
    image       = "shop:1"
    environment = [{ name = "STAGE", value = "production" }]
    secrets     = [{ name = "DATABASE_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]
  }])
}
