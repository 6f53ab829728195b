resource "aws_ecs_cluster" "shop" {
  name = "shop"
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name = "ecs-exec"
      }
    }
  }
}

resource "aws_ecs_cluster" "jobs" {
  name = "jobs"
}
