resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([{ # want `container "web" of task "web" runs as root`
    name   = "web"
    image  = "example/web:1"
    memory = 512
    user   = "0:0"
  }])
}
