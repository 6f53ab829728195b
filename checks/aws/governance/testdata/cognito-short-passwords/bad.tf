resource "aws_cognito_user_pool" "customers" {
  name = "customers"

  password_policy {
    minimum_length = 6 # want `user pool "customers" takes passwords of fewer than eight characters`
  }
}
