# AWS's default is everything.
resource "aws_config_configuration_recorder" "default" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder" "excluding" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = false
    exclusion_by_resource_types {
      resource_types = ["AWS::EC2::NetworkInterface"]
    }
    recording_strategy {
      use_only = "EXCLUSION_BY_RESOURCE_TYPES" # want `recorder "excluding" passes over`
    }
  }
}
