resource "aws_iam_role_policy_attachment" "all" {
  role       = "app"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # want `attaches AmazonS3FullAccess`
}
resource "aws_iam_policy" "one" {
  policy = jsonencode({ # want `every S3 action on its buckets`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]
    }]
  })
}
