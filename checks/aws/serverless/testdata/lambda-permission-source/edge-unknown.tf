variable "principal" {}
variable "source" {}

resource "aws_lambda_permission" "principal" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = var.principal # want `undecided: permission "principal"`
}

resource "aws_lambda_permission" "source" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "events.amazonaws.com" # want `undecided: permission "source"`
  source_arn    = var.source
}

resource "aws_lambda_permission" "star" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "events.amazonaws.com" # want `permission "star" lets events.amazonaws.com call`
  source_arn    = "*"
}

resource "aws_lambda_permission" "account" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "arn:aws:iam::123456789012:root"
}
