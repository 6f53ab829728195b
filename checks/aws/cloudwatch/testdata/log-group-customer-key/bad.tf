resource "aws_cloudwatch_log_group" "shop" { # want `log group "shop" has no customer-managed key`
  name = "shop"
}
