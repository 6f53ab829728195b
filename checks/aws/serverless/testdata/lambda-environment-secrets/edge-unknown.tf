variable "all" {}
variable "token" {}

resource "aws_lambda_function" "all" {
  function_name = "all"
  role          = "arn:aws:iam::123456789012:role/all"
  environment {
    variables = var.all
  }
}

resource "aws_lambda_function" "some" {
  function_name = "some"
  role          = "arn:aws:iam::123456789012:role/some"
  environment {
    variables = merge({ TOKEN = var.token }, { LOG_LEVEL = "info" }) # want "undecided: variable TOKEN of function .some. may be a secret"
  }
}
