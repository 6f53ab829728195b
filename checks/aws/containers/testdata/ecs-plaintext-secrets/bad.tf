resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{ # want `environment variable "DATABASE_PASSWORD" of container "shop" in task "shop" is a secret`
    name  = "shop"
    image = "shop:1"
    environment = [
      { name = "STAGE", value = "production" },
      { name = "DATABASE_PASSWORD", value = "k7Rp-winter-42" },
    ]
  }])
}
