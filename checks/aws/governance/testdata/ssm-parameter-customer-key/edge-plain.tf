# Plain parameters have no key.
resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/endpoint"
  type  = "String"
  value = "shop.internal"
}

resource "aws_ssm_parameter" "aws" {
  name   = "/shop/db"
  type   = "SecureString"
  key_id = "alias/aws/ssm" # want `parameter "aws" has no customer-managed key`
  value  = "set elsewhere"
}
