resource "aws_iam_policy" "runner" {
  policy = jsonencode({ # want `policy "runner" lets its holder pass any role to a function and invoke it`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
      Resource = "*"
    }]
  })
}
