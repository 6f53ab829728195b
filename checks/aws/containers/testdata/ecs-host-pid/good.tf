resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
