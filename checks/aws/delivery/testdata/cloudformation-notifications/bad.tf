resource "aws_cloudformation_stack" "network" { # want `stack "network" notifies nobody`
  name         = "network"
  template_url = "https://templates.s3.amazonaws.com/network.yaml"
}
