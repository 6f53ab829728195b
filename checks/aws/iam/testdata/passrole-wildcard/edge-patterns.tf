resource "aws_iam_policy" "every" {
  policy = jsonencode({ # want `policy "every" passes any role`
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:Pass*"
      Resource = "arn:aws:iam::*:role/*"
    }]
  })
}

resource "aws_iam_policy" "service" {
  policy = jsonencode({ # want `policy "service" passes any role .* under conditions`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "*"
      Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
    }]
  })
}

resource "aws_iam_policy" "denied" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*"
      Resource = "*"
      }, {
      Effect   = "Deny"
      Action   = "iam:PassRole"
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
}
resource "aws_iam_policy" "own" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.app.arn }] })
}
