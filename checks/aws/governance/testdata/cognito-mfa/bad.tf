resource "aws_cognito_user_pool" "customers" { # want `user pool "customers" has no multi-factor authentication`
  name = "customers"
}
