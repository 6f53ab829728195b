variable "token" {
  type      = string
  sensitive = true
}

resource "aws_ssm_parameter" "deploy" {
  name  = "/deploy/token"
  type  = "SecureString"
  value = var.token
}
