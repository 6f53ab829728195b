resource "aws_lambda_function" "resize" { # want `function "resize" has no permission for a caller`
  function_name = "resize"
  role          = "arn:aws:iam::123456789012:role/resize"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "resize.zip"
}
