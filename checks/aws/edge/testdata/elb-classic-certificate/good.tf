resource "aws_elb" "shop" {
  name    = "shop"
  subnets = ["subnet-0a1b2c3d"]

  listener {
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    instance_port      = 8000
    instance_protocol  = "http"
  }
}
