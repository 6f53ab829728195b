resource "aws_lb_ssl_negotiation_policy" "old" {
  name          = "old"
  load_balancer = "shop"
  lb_port       = 443

  attribute {
    name  = "Protocol-SSLv3"
    value = "true" # want `policy "old" accepts SSLv3`
  }
  attribute {
    name  = "Server-Defined-Cipher-Order"
    value = "true"
  }
}
