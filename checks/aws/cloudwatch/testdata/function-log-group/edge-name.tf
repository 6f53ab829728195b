# One unknown name, used on both sides.
variable "stage" {
  type = string
}

locals {
  name = "${var.stage}-resize"
}

resource "aws_lambda_function" "resize" {
  function_name = local.name
  role          = "arn:aws:iam::123456789012:role/resize"
}

resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = 365
}
