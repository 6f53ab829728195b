resource "aws_ecs_account_setting_default" "insights" {
  name  = "containerInsights"
  value = "enabled"
}

resource "aws_ecs_cluster" "by_default" {
  name = "by-default"
}

resource "aws_ecs_cluster" "against" {
  name = "against"
  setting { # want `cluster "against" has no`
    name  = "containerInsights"
    value = "disabled"
  }
}
