# Nobody signs in by custom authentication here.
resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}
