resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows every S3 action on every bucket`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = "*"
    }]
  })
}
