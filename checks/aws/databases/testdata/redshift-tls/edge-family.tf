resource "aws_redshift_parameter_group" "new" {
  name   = "new"
  family = "redshift-2.0"
}

resource "aws_redshift_parameter_group" "off" {
  name   = "off"
  family = "redshift-2.0"

  parameter {
    name  = "require_ssl"
    value = "false" # want `parameter group "off" does not demand TLS`
  }
}
