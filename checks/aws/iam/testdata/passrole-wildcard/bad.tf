resource "aws_iam_policy" "deploy" {
  policy = jsonencode({ # want `policy "deploy" passes any role`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PassRole", "ecs:RunTask"]
      Resource = "*"
    }]
  })
}
