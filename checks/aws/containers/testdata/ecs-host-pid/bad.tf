resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  pid_mode              = "host" # want `task "shop" shares the host's process namespace`
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
