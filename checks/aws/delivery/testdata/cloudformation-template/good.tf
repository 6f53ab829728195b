resource "aws_cloudformation_stack" "network" {
  name = "network"

  template_body = jsonencode({
    Resources = { Topic = { Type = "AWS::SNS::Topic" } }
  })
}
