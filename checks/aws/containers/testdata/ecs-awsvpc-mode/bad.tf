resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  network_mode          = "bridge" # want `task "shop" has no network interface of its own`
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
