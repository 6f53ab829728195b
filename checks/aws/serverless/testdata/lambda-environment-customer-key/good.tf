resource "aws_kms_key" "report" {
  description         = "settings of the report"
  enable_key_rotation = true
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "report.zip"
  kms_key_arn   = aws_kms_key.report.arn

  environment {
    variables = {
      LOG_LEVEL = "info"
    }
  }
}

resource "aws_lambda_function" "bare" {
  function_name = "bare"
  role          = "arn:aws:iam::123456789012:role/bare"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "bare.zip"
}
