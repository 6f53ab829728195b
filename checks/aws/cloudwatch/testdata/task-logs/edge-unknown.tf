variable "group" {
  type = string
}

resource "aws_cloudwatch_log_group" "generated" {
  name_prefix = "shop-"
}

resource "aws_ecs_task_definition" "generated" {
  family = "generated"
  container_definitions = jsonencode([{
    name = "web", image = "web"
    logConfiguration = { logDriver = "awslogs", options = { awslogs-group = aws_cloudwatch_log_group.generated.name } }
  }])
}

resource "aws_ecs_task_definition" "named" {
  family = "named"
  container_definitions = jsonencode([{ # want `undecided: log group of container "web" of task "named"`
    name = "web", image = "web"
    logConfiguration = { logDriver = "awslogs", options = { awslogs-group = var.group } }
  }])
}
