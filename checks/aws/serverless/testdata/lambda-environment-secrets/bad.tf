resource "random_password" "database" {
  length = 32
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "report.zip"

  environment {
    variables = { # want `environment of function "report" spells out result of random_password.database` `variable AWS_ACCESS_KEY_ID of function "report" contains a secret`
      AWS_ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE"
      DB_PASSWORD       = random_password.database.result
    }
  }
}
