resource "aws_ssm_service_setting" "automation" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "CloudWatch"
}
