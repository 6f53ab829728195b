resource "aws_iam_policy" "denied" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:Put*"
      Resource = "*"
      }, {
      Effect   = "Deny"
      Action   = ["iam:PutUserPolicy", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "own" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateAccessKey", "iam:UpdateLoginProfile"]
      Resource = "arn:aws:iam::*:user/$${aws:username}"
    }]
  })
}
