variable "org" {
  type = string
}

# The Deny keeps out whom the Allow lets in.
resource "aws_sqs_queue" "denied" {
  name = "denied"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" },
      {
        Effect    = "Deny", Principal = "*", Action = "sqs:*", Resource = "*"
        Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
      },
    ]
  })
}

resource "aws_sqs_queue" "unknown" {
  name = "unknown"
  policy = jsonencode({ # want `undecided: queue "unknown" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.org } }
    }]
  })
}
