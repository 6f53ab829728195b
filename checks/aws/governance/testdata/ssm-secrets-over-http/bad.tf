resource "aws_ssm_parameter" "token" {
  name  = "/shop/token"
  type  = "SecureString"
  value = random_password.token.result
}

resource "random_password" "token" {
  length = 40
}

data "http" "register" {
  url = "https://example.com/register?token=${aws_ssm_parameter.token.value}" # want `address of request "register" carries value of aws_ssm_parameter.token`
}
