variable "key" {}

resource "aws_kinesis_firehose_delivery_stream" "unknown" {
  name        = "unknown"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = var.key # want `undecided: delivery stream "unknown"`
  }
}

resource "aws_kinesis_firehose_delivery_stream" "owned" {
  name        = "owned"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "AWS_OWNED_CMK" # want `delivery stream "owned"`
    key_arn  = var.key
  }
}
