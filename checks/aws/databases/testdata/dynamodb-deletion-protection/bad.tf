resource "aws_dynamodb_table" "orders" { # want `table "orders" can be deleted by one call`
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
