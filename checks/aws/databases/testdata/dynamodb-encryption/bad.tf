resource "aws_dynamodb_table" "orders" { # want `table "orders" is encrypted with a key that AWS owns`
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
