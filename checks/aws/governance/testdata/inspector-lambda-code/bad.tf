resource "aws_inspector2_enabler" "this" {
  account_ids    = ["123456789012"]
  resource_types = ["ECR"] # want `Inspector "this" does not scan the code of Lambda functions`
}
