resource "aws_cognito_user_pool" "customers" {
  name = "customers"

  password_policy { # want `does not ask for digits`
    minimum_length                   = 8
    require_lowercase                = true
    require_uppercase                = true
    require_symbols                  = false # want `policy of user pool "customers" does not ask for symbols`
    temporary_password_validity_days = 30    # want `keeps temporary passwords valid for more than a week`
  }
}
