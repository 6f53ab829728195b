resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows s3:Get. and s3:Put. on every bucket`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:Get*", "s3:Put*"]
      Resource = "*"
    }]
  })
}
