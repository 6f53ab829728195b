resource "aws_cloudformation_stack_set_instance" "audit" {
  stack_set_name = "audit"
  account_id     = "123456789012"
  region         = "eu-west-1"
  retain_stack   = true
}
