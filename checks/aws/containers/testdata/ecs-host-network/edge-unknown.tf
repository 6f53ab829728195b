variable "mode" {}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = var.mode # want `undecided: .*host's network`
  container_definitions = jsonencode([{ name = "web", image = "example/web:1", memory = 512 }])
}
