resource "aws_iam_policy" "desk" {
  policy = jsonencode({ # want `policy "desk" allows redshift:GetClusterCredentials`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["redshift:GetClusterCredentials", "redshift:DescribeClusters"]
      Resource = "*"
    }]
  })
}
