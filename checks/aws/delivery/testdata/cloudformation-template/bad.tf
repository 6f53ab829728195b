resource "aws_cloudformation_stack" "network" { # want `stack "network" names no template`
  name = "network"
}
