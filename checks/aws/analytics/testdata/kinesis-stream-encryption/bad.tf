resource "aws_kinesis_stream" "orders" { # want `stream "orders" is not encrypted`
  name        = "orders"
  shard_count = 1
}
