resource "aws_batch_job_definition" "nightly" {
  name = "nightly"
  type = "container"
  container_properties = jsonencode({
    image   = "busybox"
    command = ["ls"]
  })
}
