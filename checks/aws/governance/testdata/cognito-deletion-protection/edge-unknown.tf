variable "protection" {}

resource "aws_cognito_user_pool" "customers" {
  name                = "customers"
  deletion_protection = var.protection # want `undecided: .*deleted by one call`
}
