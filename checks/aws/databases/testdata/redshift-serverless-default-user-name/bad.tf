resource "aws_redshiftserverless_namespace" "reports" {
  namespace_name        = "reports"
  admin_username        = "admin" # want `namespace "reports" has an admin with the default name`
  manage_admin_password = true
}
