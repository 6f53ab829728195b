resource "aws_iam_policy" "deploy" {
  policy = jsonencode({ # want `policy "deploy" allows s3:PutBucketPolicy on every resource, which changes permissions`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:PutBucketPolicy", "s3:PutObject"]
      Resource = "*"
    }]
  })
}
