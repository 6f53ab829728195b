resource "aws_iam_role" "shop" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  execution_role_arn    = aws_iam_role.shop.arn
  task_role_arn         = aws_iam_role.shop.arn # want `task "shop" and the agent use the same role`
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
