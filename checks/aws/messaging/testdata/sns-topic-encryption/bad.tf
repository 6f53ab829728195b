resource "aws_sns_topic" "orders" { # want `topic "orders" is not encrypted with a KMS key`
  name = "orders"
}
