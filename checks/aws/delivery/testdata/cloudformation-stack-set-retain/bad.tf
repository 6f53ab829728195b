resource "aws_cloudformation_stack_set_instance" "audit" { # want `stack set instance "audit" deletes its stacks when it goes`
  stack_set_name = "audit"
  account_id     = "123456789012"
  region         = "eu-west-1"
}
