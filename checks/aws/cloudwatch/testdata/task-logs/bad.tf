resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([ # want `container "web" of task "shop" has no log configuration` `log group of container "worker" of task "shop" is not declared`
    { name = "web", image = "web" },
    {
      name  = "worker", image = "worker"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { awslogs-group = "worker", awslogs-region = "eu-west-1", awslogs-stream-prefix = "worker" }
      }
    },
  ])
}
