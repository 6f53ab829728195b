resource "aws_iam_policy" "deploy" {
  policy = jsonencode({ # want `policy "deploy" allows every action on every resource`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}
