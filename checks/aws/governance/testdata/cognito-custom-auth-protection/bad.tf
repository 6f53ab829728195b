resource "aws_cognito_user_pool" "customers" {
  name = "customers"

  lambda_config {
    define_auth_challenge = "arn:aws:lambda:eu-west-1:123456789012:function:challenge"
  }

  user_pool_add_ons { # want `user pool "customers" does not act on risky custom sign-ins`
    advanced_security_mode = "ENFORCED"
  }
}
