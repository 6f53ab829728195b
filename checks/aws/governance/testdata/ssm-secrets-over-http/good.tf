data "aws_ssm_parameter" "token" {
  name = "/shop/token"
}

data "http" "register" {
  url = "https://example.com/register"

  request_headers = {
    Authorization = "Bearer ${data.aws_ssm_parameter.token.value}"
  }
}
