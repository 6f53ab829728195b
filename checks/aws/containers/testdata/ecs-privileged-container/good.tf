resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    { name = "shop", image = "shop:1", privileged = false },
    { name = "agent", image = "agent:1" },
  ])
}
