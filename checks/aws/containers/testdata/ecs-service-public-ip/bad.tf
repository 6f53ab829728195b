resource "aws_ecs_service" "shop" {
  name = "shop"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true # want `tasks of "shop" get public addresses`
  }
}
