resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption { # want `table "orders" names no customer-managed key`
    enabled = true
  }
}

resource "aws_dynamodb_table_replica" "orders" { # want `replica "orders" names no customer-managed key`
  global_table_arn = aws_dynamodb_table.orders.arn
}
