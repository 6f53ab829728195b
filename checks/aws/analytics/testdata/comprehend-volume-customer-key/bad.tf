resource "aws_comprehend_entity_recognizer" "parts" { # want `entity recognizer "parts" has no key of yours for its training volumes`
  name                 = "parts"
  language_code        = "en"
  data_access_role_arn = "arn:aws:iam::111122223333:role/comprehend"
}
