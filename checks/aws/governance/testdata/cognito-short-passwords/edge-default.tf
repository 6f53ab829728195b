variable "length" {}

# Cognito asks for eight by default.
resource "aws_cognito_user_pool" "default" {
  name = "default"
}

resource "aws_cognito_user_pool" "unsaid" {
  name = "unsaid"

  password_policy {
    require_numbers = true
  }
}

resource "aws_cognito_user_pool" "unknown" {
  name = "unknown"

  password_policy {
    minimum_length = var.length # want `undecided: .*fewer than eight`
  }
}
