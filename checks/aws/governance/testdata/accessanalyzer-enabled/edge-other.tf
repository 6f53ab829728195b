# A root that looks after no account is not asked.
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
