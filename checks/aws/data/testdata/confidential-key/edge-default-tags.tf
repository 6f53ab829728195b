provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = {
      data-classification = "restricted"
    }
  }
}

resource "aws_dynamodb_table" "orders" { # want `table "orders" is tagged restricted and has no customer-managed key`
  name     = "orders"
  hash_key = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# The resource's own tag overrides the default one.
resource "aws_dynamodb_table" "catalogue" {
  name     = "catalogue"
  hash_key = "id"
  attribute {
    name = "id"
    type = "S"
  }
  tags = { data-classification = "public" }
}
