data "aws_ssm_parameter" "token" {
  name = "/shop/token"
}

resource "aws_ssm_parameter" "stage" {
  name  = "/shop/stage"
  type  = "String"
  value = "production"
}

locals {
  token = data.aws_ssm_parameter.token.value
}

data "http" "clear" {
  url = "http://example.com/register"

  request_headers = { # want `request "clear" carries value of data.aws_ssm_parameter.token in clear`
    Authorization = "Bearer ${local.token}"
  }
}

data "http" "stage" {
  url = "https://example.com/?stage=${aws_ssm_parameter.stage.value}&name=${data.aws_ssm_parameter.token.name}"
}
