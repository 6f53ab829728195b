resource "aws_ecs_service" "shop" {
  name             = "shop"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}

resource "aws_ecs_service" "jobs" {
  name        = "jobs"
  launch_type = "FARGATE"
}
