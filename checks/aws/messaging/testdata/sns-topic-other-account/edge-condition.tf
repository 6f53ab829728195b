resource "aws_sns_topic_policy" "narrowed" {
  arn = "arn:aws:sns:eu-west-1:210987654321:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "123456789012" }
        Action    = "sns:Subscribe"
        Resource  = "*"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
      },
      {
        Effect    = "Deny"
        Principal = { AWS = "123456789012" }
        Action    = "sns:Publish"
        Resource  = "*"
      },
    ]
  })
}
