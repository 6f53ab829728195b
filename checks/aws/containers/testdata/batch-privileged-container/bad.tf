resource "aws_batch_job_definition" "nightly" {
  name = "nightly"
  type = "container"
  container_properties = jsonencode({ # want `job "nightly" runs a privileged container`
    image      = "busybox"
    command    = ["ls"]
    privileged = true
  })
}
