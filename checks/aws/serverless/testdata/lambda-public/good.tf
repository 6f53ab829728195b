resource "aws_lambda_permission" "organisation" {
  statement_id     = "organisation"
  action           = "lambda:InvokeFunction"
  function_name    = "resize"
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
}

resource "aws_lambda_permission" "account" {
  statement_id  = "account"
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "123456789012"
}
