resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "host" # want `task "web" shares the host's network`

  container_definitions = jsonencode([{ name = "web", image = "example/web:1", memory = 512 }])
}
