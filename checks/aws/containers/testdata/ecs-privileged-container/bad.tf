resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([ # want `container "agent" of task "shop" is privileged`
    { name = "shop", image = "shop:1" },
    { name = "agent", image = "agent:1", privileged = true },
  ])
}
