resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([ # want `container "shop" of task "shop" can write`
    { name = "shop", image = "shop:1" },
  ])
}
