resource "aws_kms_key" "parameters" {
  enable_key_rotation = true
}

resource "aws_ssm_parameter" "db" {
  name   = "/shop/db"
  type   = "SecureString"
  key_id = aws_kms_key.parameters.arn
  value  = "set elsewhere"
}
