resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows all of sqs on every resource`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:*", "s3:GetObject"]
      Resource = "*"
    }]
  })
}
