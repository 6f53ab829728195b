resource "aws_config_configuration_recorder" "this" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported  = false # want `recorder "this" passes over some resource types`
    resource_types = ["AWS::S3::Bucket"]
  }
}
