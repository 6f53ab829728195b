resource "aws_lambda_function" "report" { # want `function "report" runs unsigned code`
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "report.zip"
}
