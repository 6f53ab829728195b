resource "aws_redshiftserverless_workgroup" "reports" {
  namespace_name = "reports"
  workgroup_name = "reports"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}
