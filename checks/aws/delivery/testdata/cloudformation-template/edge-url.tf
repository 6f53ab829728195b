resource "aws_cloudformation_stack" "network" {
  name         = "network"
  template_url = "https://templates.s3.amazonaws.com/network.yaml"
}
