resource "aws_cloudformation_stack" "network" {
  name              = "network"
  template_url      = "https://templates.s3.amazonaws.com/network.yaml"
  notification_arns = [aws_sns_topic.stacks.arn]
}

resource "aws_sns_topic" "stacks" {
  name = "stacks"
}
