variable "encrypt" {
  type = bool
}

resource "aws_kms_key" "k" {}

resource "aws_dynamodb_table" "off" {
  name = "off"

  server_side_encryption {
    enabled     = false
    kms_key_arn = aws_kms_key.k.arn # want `table "off" names no customer-managed key`
  }
}

resource "aws_dynamodb_table" "unknown" {
  name = "unknown"

  server_side_encryption {
    enabled     = var.encrypt
    kms_key_arn = aws_kms_key.k.arn # want `undecided: table "unknown" names no customer-managed key`
  }
}

resource "aws_dynamodb_table" "aws" {
  name = "aws"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "alias/aws/dynamodb" # want `table "aws" names no customer-managed key`
  }
}
