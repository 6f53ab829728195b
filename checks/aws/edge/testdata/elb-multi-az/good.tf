resource "aws_lb" "ingest" {
  name               = "ingest"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]
}
