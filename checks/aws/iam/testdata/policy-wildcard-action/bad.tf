resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows the action`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "arn:aws:s3:::shop/*"
    }]
  })
}
