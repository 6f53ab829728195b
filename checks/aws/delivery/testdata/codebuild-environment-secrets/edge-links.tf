resource "random_password" "token" {
  length = 40
}

resource "aws_ssm_parameter" "token" {
  name  = "/build/token"
  type  = "SecureString"
  value = random_password.token.result
}

resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  environment {
    environment_variable {
      name  = "TOKEN"
      value = random_password.token.result # want `variable TOKEN of project "shop" spells out result of random_password.token`
    }
    environment_variable {
      name  = "TOKEN_NAME"
      value = aws_ssm_parameter.token.name
      type  = "PARAMETER_STORE"
    }
  }
}
