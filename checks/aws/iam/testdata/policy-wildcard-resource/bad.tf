resource "aws_iam_policy" "shop" {
  policy = jsonencode({ # want `policy "shop" allows s3:GetObject on every resource`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:ListAllMyBuckets"]
      Resource = "*"
    }]
  })
}
