resource "aws_cloudformation_stack_instances" "audit" {
  stack_set_name = "audit"
  regions        = ["eu-west-1"]
  retain_stacks  = false # want `stack instances "audit" delete their stacks`
}
