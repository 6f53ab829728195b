variable "user" {}

# The image says who runs.
resource "aws_ecs_task_definition" "unsaid" {
  family                = "unsaid"
  container_definitions = jsonencode([{ name = "web", image = "example/web:1" }])
}

resource "aws_ecs_task_definition" "windows" {
  family                = "windows"
  container_definitions = jsonencode([{ name = "web", image = "example/web:1", user = "root" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}

resource "aws_ecs_task_definition" "root" {
  family                = "root"
  container_definitions = jsonencode([{ name = "web", image = "example/web:1", user = "root" }]) # want `container "web" of task "root" runs as root`
}

resource "aws_ecs_task_definition" "unknown" {
  family                = "unknown"
  container_definitions = jsonencode([{ name = "web", image = "example/web:1", user = var.user }]) # want `undecided: .*runs as root`
}
