resource "aws_sns_topic" "images" {
  name = "images"
}

resource "aws_lambda_permission" "topic" {
  statement_id  = "topic"
  action        = "lambda:InvokeFunction"
  function_name = "resize"
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.images.arn
}

resource "aws_lambda_permission" "bucket" {
  statement_id   = "bucket"
  action         = "lambda:InvokeFunction"
  function_name  = "resize"
  principal      = "s3.amazonaws.com"
  source_account = "123456789012"
}
