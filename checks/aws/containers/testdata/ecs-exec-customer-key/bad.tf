resource "aws_ecs_cluster" "shop" {
  name = "shop"
  configuration {
    execute_command_configuration { # want `ECS Exec sessions of cluster "shop" are not encrypted`
      logging = "OVERRIDE"
      log_configuration { # want `ECS Exec logs of cluster "shop" are not demanded to be encrypted`
        cloud_watch_log_group_name = "ecs-exec"
      }
    }
  }
}
