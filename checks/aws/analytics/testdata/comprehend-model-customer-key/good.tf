resource "aws_kms_key" "parts" {
  enable_key_rotation = true
}

resource "aws_comprehend_entity_recognizer" "parts" {
  name                 = "parts"
  language_code        = "en"
  data_access_role_arn = "arn:aws:iam::111122223333:role/comprehend"
  model_kms_key_id     = aws_kms_key.parts.key_id
}
