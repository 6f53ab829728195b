variable "token" {
  default = "AKIAIOSFODNN7EXAMPLE" # want `default holds a credential`
}

resource "aws_ssm_parameter" "deploy" {
  name  = "/deploy/token"
  type  = "SecureString"
  value = var.token # want `value holds a credential`
}
