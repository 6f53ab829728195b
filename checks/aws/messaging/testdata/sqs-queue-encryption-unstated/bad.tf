resource "aws_sqs_queue" "jobs" { # want `queue "jobs" does not ask for encryption`
  name = "jobs"
}
