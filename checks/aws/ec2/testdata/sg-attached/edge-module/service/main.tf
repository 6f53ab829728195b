variable "groups" {
  type = list(string)
}

resource "aws_ecs_service" "this" {
  name = "orders"
  network_configuration {
    subnets         = ["subnet-0123456789abcdef0"]
    security_groups = var.groups
  }
}
