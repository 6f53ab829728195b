resource "aws_lambda_function_url" "resize" {
  function_name      = "resize"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["*"] # want `function URL "resize" lets pages of every origin call it`
    allow_methods = ["*"]
  }
}
