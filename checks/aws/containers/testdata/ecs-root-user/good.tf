resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([{
    name   = "web"
    image  = "example/web:1"
    memory = 512
    user   = "1000"
  }])
}
