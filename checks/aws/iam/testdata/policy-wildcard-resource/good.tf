resource "aws_iam_policy" "shop" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::shop/*"
      }, {
      Effect   = "Allow"
      Action   = ["s3:ListAllMyBuckets", "ec2:DescribeVpcs"]
      Resource = "*"
    }]
  })
}
