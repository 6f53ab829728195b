resource "aws_ecs_cluster" "shop" { # want `cluster "shop" has no Container Insights`
  name = "shop"
}

resource "aws_ecs_cluster" "jobs" {
  name = "jobs"
  setting { # want `cluster "jobs" has no Container Insights`
    name  = "containerInsights"
    value = "disabled"
  }
}
