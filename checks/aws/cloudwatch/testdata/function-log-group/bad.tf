resource "aws_lambda_function" "resize" { # want `log group of function "resize" is not declared`
  function_name = "resize"
  role          = "arn:aws:iam::123456789012:role/resize"
}

resource "aws_cloudwatch_log_group" "other" {
  name = "/aws/lambda/other"
}
