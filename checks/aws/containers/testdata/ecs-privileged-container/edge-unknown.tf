variable "containers" {}
variable "image" {}
variable "privileged" {}

resource "aws_ecs_task_definition" "unknown" {
  family                = "unknown"
  container_definitions = var.containers # want `undecided: the containers of task "unknown" are not known`
}

resource "aws_ecs_task_definition" "parts" {
  family = "parts"
  container_definitions = jsonencode([ # want `undecided: container "b" of task "parts"`
    { name = "a", image = var.image },
    { name = "b", image = var.image, privileged = var.privileged },
  ])
}

resource "aws_ecs_task_definition" "text" {
  family                = "text"
  container_definitions = "[{\"name\": \"a\", \"cpu\": ${var.image}, \"Privileged\": \"true\"}]" # want `container "a" of task "text" is privileged`
}
