resource "aws_iam_policy" "shop" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:PutItem"
      Resource = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"
      }, {
      Effect   = "Allow"
      Action   = "dynamodb:ListTables"
      Resource = "*"
    }]
  })
}
