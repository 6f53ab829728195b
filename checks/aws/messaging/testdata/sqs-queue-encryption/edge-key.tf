variable "sse" {
  type = bool
}

resource "aws_sqs_queue" "key" {
  name                    = "key"
  kms_master_key_id       = "alias/jobs"
  sqs_managed_sse_enabled = false
}

resource "aws_sqs_queue" "default" {
  name = "default"
}

resource "aws_sqs_queue" "unknown" {
  name                    = "unknown"
  sqs_managed_sse_enabled = var.sse # want `undecided: queue "unknown" is not encrypted`
}
