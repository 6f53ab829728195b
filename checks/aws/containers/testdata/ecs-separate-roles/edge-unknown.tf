variable "role" {}
variable "other" {}

resource "aws_ecs_task_definition" "alike" {
  family                = "alike"
  execution_role_arn    = var.role
  task_role_arn         = var.role # want `task "alike" and the agent`
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "may_be" {
  family                = "may-be"
  execution_role_arn    = var.role
  task_role_arn         = var.other # want `undecided: task "may_be"`
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "literal" {
  family                = "literal"
  execution_role_arn    = "arn:aws:iam::111122223333:role/ecs"
  task_role_arn         = "arn:aws:iam::111122223333:role/ecs" # want `task "literal" and the agent`
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "agent_only" {
  family                = "agent-only"
  execution_role_arn    = var.role
  container_definitions = "[]"
}
