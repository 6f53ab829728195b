resource "aws_cloudformation_stack" "database" {
  name         = "database"
  template_url = "https://templates.s3.amazonaws.com/database.yaml"
  policy_url   = "https://templates.s3.amazonaws.com/policy.json"
}
