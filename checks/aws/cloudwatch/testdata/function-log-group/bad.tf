resource "aws_lambda_function" "resize" {
  function_name = "resize" # want `log group of function "resize" is not declared`
  role          = "arn:aws:iam::123456789012:role/resize"
}

resource "aws_cloudwatch_log_group" "other" {
  name = "/aws/lambda/other"
}
