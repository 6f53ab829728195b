resource "aws_redshift_parameter_group" "sales" { # want `parameter group "sales" does not demand TLS`
  name   = "sales"
  family = "redshift-1.0"
}
