resource "aws_secretsmanager_secret" "database" {
  name = "report/database"
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "report.zip"

  environment {
    variables = {
      AWS_ACCOUNT     = "123456789012"
      DATABASE_SECRET = aws_secretsmanager_secret.database.arn
      LOG_LEVEL       = "info"
    }
  }
}
