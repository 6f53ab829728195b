resource "aws_iam_role" "shop" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "shop" {
  role       = aws_iam_role.shop.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  task_role_arn         = aws_iam_role.shop.arn
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn # want `service "shop" runs with role "shop", an administrator's`
}
