resource "aws_ssm_service_setting" "automation" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "None" # want `setting "automation" does not send automation output to CloudWatch`
}
