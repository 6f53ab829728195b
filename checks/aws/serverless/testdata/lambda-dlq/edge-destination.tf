resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "report.zip"
}

resource "aws_lambda_function_event_invoke_config" "report" {
  function_name = aws_lambda_function.report.function_name
  destination_config {
    on_failure {
      destination = "arn:aws:sqs:eu-west-1:123456789012:failed"
    }
  }
}

resource "aws_lambda_function" "other" { # want `function "other" has no destination for failed events`
  function_name = "other"
  role          = "arn:aws:iam::123456789012:role/other"
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "other.zip"
}

resource "aws_lambda_function_event_invoke_config" "other" {
  function_name = aws_lambda_function.other.function_name
  destination_config {
    on_success {
      destination = "arn:aws:sqs:eu-west-1:123456789012:done"
    }
  }
}
