resource "aws_iam_policy" "report" {
  policy = jsonencode({ # want `policy "report" allows s3:GetObject, secretsmanager:GetSecretValue on every resource`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "secretsmanager:GetSecretValue"]
      Resource = "*"
    }]
  })
}
