resource "aws_ssm_parameter" "client" {
  name  = "/client"
  type  = "String"
  value = "none"
  tags = { # want `tags.client_secret looks like a credential`
    client_secret = "zX9qW3eR7tY1uI5oPaS8dF2gH6jK0lM4"
  }
}
