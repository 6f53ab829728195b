resource "aws_iam_policy" "people" {
  policy = jsonencode({ # want `policy "people" allows every IAM action`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*"
      Resource = "*"
    }]
  })
}
