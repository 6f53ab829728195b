resource "aws_security_group" "function" {
  description = "The mailer"
}

resource "aws_lambda_function" "mailer" {
  function_name = "mailer"
  role          = "arn:aws:iam::111122223333:role/mailer"

  vpc_config {
    security_group_ids = [aws_security_group.function.id]
    subnet_ids         = ["subnet-0123456789abcdef0"]
  }
}
