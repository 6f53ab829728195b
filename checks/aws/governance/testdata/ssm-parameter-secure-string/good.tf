resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/endpoint"
  type  = "SecureString"
  value = "shop.internal"
}
