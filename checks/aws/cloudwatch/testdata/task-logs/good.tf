resource "aws_cloudwatch_log_group" "shop" {
  name              = "/ecs/shop"
  retention_in_days = 365
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    {
      name  = "web", image = "web"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { awslogs-group = aws_cloudwatch_log_group.shop.name, awslogs-region = "eu-west-1" }
      }
    },
    {
      name  = "sidecar", image = "sidecar"
      logConfiguration = { logDriver = "awsfirelens" }
    },
  ])
}
