resource "aws_redshiftserverless_namespace" "reports" { # want `namespace "reports" does not export its connection and user logs`
  namespace_name = "reports"
}
