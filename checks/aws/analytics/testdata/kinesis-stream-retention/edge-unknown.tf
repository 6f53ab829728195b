variable "hours" {}

resource "aws_kinesis_stream" "orders" {
  name             = "orders"
  shard_count      = 1
  retention_period = var.hours # want `undecided: .*less than a week`
}
