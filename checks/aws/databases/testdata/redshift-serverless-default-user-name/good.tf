resource "aws_redshiftserverless_namespace" "reports" {
  namespace_name        = "reports"
  admin_username        = "reports_owner"
  manage_admin_password = true
}
