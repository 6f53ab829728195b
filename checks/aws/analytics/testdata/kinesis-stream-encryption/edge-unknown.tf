variable "type" {}

resource "aws_kinesis_stream" "unknown" {
  name            = "unknown"
  encryption_type = var.type # want `undecided: stream "unknown" is not encrypted`
}

resource "aws_kinesis_stream" "several" {
  for_each        = { a = "KMS", b = "NONE" }
  name            = each.key
  encryption_type = each.value # want `stream "several" is not encrypted`
}
