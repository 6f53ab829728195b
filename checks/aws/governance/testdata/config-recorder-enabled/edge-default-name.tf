resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "main" {
  name       = "default"
  is_enabled = true
  depends_on = [aws_config_configuration_recorder.main]
}
