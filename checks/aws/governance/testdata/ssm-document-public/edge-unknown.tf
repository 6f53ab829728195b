variable "accounts" {
  type = string
}

resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content       = "{}"

  permissions = { # want `undecided: permissions.account_ids is not known`
    type        = "Share"
    account_ids = var.accounts
  }
}
