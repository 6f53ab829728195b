# Cognito's own policy asks for all kinds.
resource "aws_cognito_user_pool" "default" {
  name = "default"
}
