resource "aws_cognito_user_pool" "customers" { # want `user pool "customers" can be deleted by one call`
  name = "customers"
}
