resource "aws_lambda_function_url" "resize" {
  function_name      = "resize"
  authorization_type = "NONE" # want `function URL "resize" can be called by anybody`
}
