resource "aws_config_configuration_recorder" "iam" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported  = false
    resource_types = ["AWS::IAM::Role", "AWS::IAM::User"]
  }
}

resource "aws_config_configuration_recorder" "excluding" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = false
    exclusion_by_resource_types {
      resource_types = ["AWS::EC2::NetworkInterface"]
    }
    recording_strategy {
      use_only = "EXCLUSION_BY_RESOURCE_TYPES"
    }
  }
}
