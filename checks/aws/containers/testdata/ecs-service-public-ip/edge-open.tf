variable "public" {}

resource "aws_security_group" "open" {
  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ecs_service" "open" {
  name = "open"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    security_groups  = [aws_security_group.open.id]
    assign_public_ip = true # want `tasks of "open" get public addresses`
  }
}

resource "aws_ecs_task_set" "blue" {
  service         = "open"
  cluster         = "shop"
  task_definition = "shop:1"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.public # want `undecided: tasks of "blue" get`
  }
}
