resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/endpoint"
  type  = "String" # want `parameter "endpoint" is no SecureString`
  value = "shop.internal"
}
