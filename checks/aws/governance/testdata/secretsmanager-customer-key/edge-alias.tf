variable "key" {
  type = string
}

resource "aws_secretsmanager_secret" "aws" {
  name       = "aws"
  kms_key_id = "alias/aws/secretsmanager" # want `secret "aws" has no`
}

resource "aws_secretsmanager_secret" "given" {
  name       = "given"
  kms_key_id = var.key # want `undecided: secret "given"`
}
