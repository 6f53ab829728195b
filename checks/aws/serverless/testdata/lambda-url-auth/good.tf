resource "aws_lambda_function_url" "resize" {
  function_name      = "resize"
  authorization_type = "AWS_IAM"
}
