resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows dynamodb:PutItem on every resource, which writes`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:PutItem", "dynamodb:GetItem"]
      Resource = "*"
    }]
  })
}
