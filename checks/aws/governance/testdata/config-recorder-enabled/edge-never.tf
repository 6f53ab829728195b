resource "aws_config_configuration_recorder" "lonely" { # want `recorder "lonely" is never started`
  role_arn = "arn:aws:iam::123456789012:role/config"
}
