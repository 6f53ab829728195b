variable "volumes" {}

resource "aws_ecs_task_definition" "unknown" {
  family                = "unknown"
  container_definitions = "[]"
  dynamic "volume" {
    for_each = var.volumes
    content {
      name = volume.value
      efs_volume_configuration {
        file_system_id     = volume.value
        transit_encryption = "ENABLED"
      }
    }
  }
}

resource "aws_ecs_task_definition" "several" {
  family                = "several"
  container_definitions = "[]"
  volume {
    name = "scratch"
  }
  dynamic "volume" {
    for_each = { a = "ENABLED", b = "DISABLED" }
    content {
      name = volume.key
      efs_volume_configuration {
        file_system_id     = volume.key
        transit_encryption = volume.value # want `task "several" mounts`
      }
    }
  }
}
