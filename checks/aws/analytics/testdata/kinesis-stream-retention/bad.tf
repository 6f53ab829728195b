resource "aws_kinesis_stream" "orders" { # want `stream "orders" keeps records for less than a week`
  name        = "orders"
  shard_count = 1
}
