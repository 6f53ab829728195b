variable "protect" {}

resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  hash_key                    = "id"
  deletion_protection_enabled = var.protect # want `undecided: .*deleted by one call`
}
