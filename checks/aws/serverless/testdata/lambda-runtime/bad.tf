resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.8" # want `function "report" runs on python3.8`
  handler       = "main.handler"
  filename      = "report.zip"
}
