resource "aws_lambda_permission" "topic" {
  statement_id  = "topic"
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "sns.amazonaws.com" # want `permission "topic" lets sns.amazonaws.com call on anybody's behalf`
}
