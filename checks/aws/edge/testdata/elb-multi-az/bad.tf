resource "aws_lb" "ingest" { # want `load balancer "ingest" stands in one subnet`
  name               = "ingest"
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id = "subnet-0a1b2c3da"
  }
}
