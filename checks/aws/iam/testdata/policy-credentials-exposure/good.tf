resource "aws_iam_policy" "desk" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "redshift:GetClusterCredentials"
      Resource = ["arn:aws:redshift:eu-west-1:123456789012:dbuser:shop/report", "arn:aws:redshift:eu-west-1:123456789012:dbname:shop/report"]
      }, {
      Effect   = "Allow"
      Action   = "ecr:GetAuthorizationToken"
      Resource = "*"
    }]
  })
}
