# Alexa calls for every skill, unless the permission names one.
resource "aws_lambda_permission" "any" {
  statement_id  = "any"
  action        = "lambda:InvokeFunction"
  function_name = "skill"
  principal     = "alexa-appkit.amazon.com" # want `permission "any" lets alexa-appkit.amazon.com call on anybody's behalf`
}

resource "aws_lambda_permission" "one" {
  statement_id       = "one"
  action             = "lambda:InvokeFunction"
  function_name      = "skill"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"
}
