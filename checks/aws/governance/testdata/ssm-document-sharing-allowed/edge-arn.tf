variable "account" {}
variable "value" {}

resource "aws_ssm_service_setting" "arn" {
  setting_id    = "arn:aws:ssm:eu-west-1:${var.account}:servicesetting/ssm/documents/console/public-sharing-permission"
  setting_value = "Enable" # want `setting "arn" allows public documents`
}

resource "aws_ssm_service_setting" "unknown" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = var.value # want `undecided: .*allows public documents`
}

resource "aws_ssm_service_setting" "another" {
  setting_id    = "/ssm/parameter-store/high-throughput-enabled"
  setting_value = "true"
}
