resource "aws_iam_policy" "people" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:GetUser", "iam:ChangePassword"]
      Resource = "arn:aws:iam::123456789012:user/$${aws:username}"
    }]
  })
}
