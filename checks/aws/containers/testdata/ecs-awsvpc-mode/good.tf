resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
