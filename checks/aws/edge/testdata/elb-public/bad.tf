resource "aws_lb" "back_office" { # want `load balancer "back_office" faces the internet`
  name    = "back-office"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}

resource "aws_elb" "old" {
  name     = "old"
  internal = false # want `load balancer "old" faces the internet`
  subnets  = ["subnet-0a1b2c3d"]

  listener {
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    instance_port      = 8000
    instance_protocol  = "http"
  }
}
