resource "aws_ecs_service" "shop" {
  name = "shop"
  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}
