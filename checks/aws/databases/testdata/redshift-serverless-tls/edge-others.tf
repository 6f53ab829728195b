variable "ssl" {}

# AWS demands TLS by default.
resource "aws_redshiftserverless_workgroup" "others" {
  namespace_name = "others"
  workgroup_name = "others"

  config_parameter {
    parameter_key   = "enable_case_sensitive_identifier"
    parameter_value = "false"
  }
}

resource "aws_redshiftserverless_workgroup" "unknown" {
  namespace_name = "unknown"
  workgroup_name = "unknown"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = var.ssl # want `undecided: .*does not demand TLS`
  }
}
