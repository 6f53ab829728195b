resource "aws_lb" "database" { # want `load balancer "database" does not balance across zones`
  name               = "database"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}
