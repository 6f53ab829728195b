resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
  volume {
    name = "files"
    efs_volume_configuration { # want `task "shop" mounts EFS without encryption in transit`
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}
