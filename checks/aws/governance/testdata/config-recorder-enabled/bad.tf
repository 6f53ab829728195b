resource "aws_config_configuration_recorder" "this" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = false # want `recorder "this" is stopped`
}
