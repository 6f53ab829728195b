variable "principal" {}

# Calls have to come by way of the source, whoever makes them.
resource "aws_lambda_permission" "source" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "*" # want `permission "source" lets everyone call the function`
  source_arn    = "arn:aws:s3:::images"
}

resource "aws_lambda_permission" "unknown" {
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = var.principal # want `undecided: permission "unknown"`
}
