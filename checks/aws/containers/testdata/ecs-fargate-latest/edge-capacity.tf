resource "aws_ecs_service" "spot" {
  name             = "spot"
  platform_version = "1.4.0" # want `service "spot" is pinned`
  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}

resource "aws_ecs_service" "instances" {
  name        = "instances"
  launch_type = "EC2"
}
