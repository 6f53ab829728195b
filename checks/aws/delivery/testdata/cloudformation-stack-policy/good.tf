resource "aws_cloudformation_stack" "database" {
  name         = "database"
  template_url = "https://templates.s3.amazonaws.com/database.yaml"

  policy_body = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "Update:*", Principal = "*", Resource = "*" },
      { Effect = "Deny", Action = ["Update:Replace", "Update:Delete"], Principal = "*", Resource = "LogicalResourceId/Database" },
    ]
  })
}
