variable "mfa" {}

resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = var.mfa # want `undecided: .*no multi-factor`
}
