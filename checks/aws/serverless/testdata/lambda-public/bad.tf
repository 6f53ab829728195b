resource "aws_lambda_permission" "all" {
  statement_id  = "all"
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "*" # want `permission "all" lets everyone call the function`
}
