resource "aws_cloudformation_stack" "database" { # want `stack "database" has no stack policy`
  name         = "database"
  template_url = "https://templates.s3.amazonaws.com/database.yaml"
}
