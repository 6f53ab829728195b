resource "aws_ssm_parameter" "db" { # want `parameter "db" has no customer-managed key`
  name  = "/shop/db"
  type  = "SecureString"
  value = "set elsewhere"
}
