variable "topics" {
  type = list(string)
}

resource "aws_cloudformation_stack" "network" {
  name              = "network"
  template_url      = "https://templates.s3.amazonaws.com/network.yaml"
  notification_arns = var.topics # want `undecided: stack "network"`
}

resource "aws_cloudformation_stack" "none" {
  name              = "none"
  template_url      = "https://templates.s3.amazonaws.com/none.yaml"
  notification_arns = [] # want `stack "none" notifies nobody`
}
