resource "aws_inspector2_enabler" "this" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"] # want `Inspector "this" does not scan container images`
}
