variable "sources" {}

resource "aws_kinesis_firehose_delivery_stream" "stream" {
  name        = "stream"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/clicks"
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "kafka" {
  name        = "kafka"
  destination = "extended_s3"
  msk_source_configuration {
    msk_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/clicks/0123"
    topic_name      = "clicks"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "may_be" { # want `undecided: delivery stream "may_be"`
  name        = "may-be"
  destination = "extended_s3"
  dynamic "kinesis_source_configuration" {
    for_each = var.sources
    content {
      kinesis_stream_arn = kinesis_source_configuration.value
    }
  }
}
