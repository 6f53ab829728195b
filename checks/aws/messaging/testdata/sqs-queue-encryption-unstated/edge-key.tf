resource "aws_sqs_queue" "empty" { # want `queue "empty" does not ask for encryption`
  name              = "empty"
  kms_master_key_id = ""
}

resource "aws_sqs_queue" "key" {
  name              = "key"
  kms_master_key_id = "alias/jobs"
}
