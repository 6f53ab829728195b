resource "aws_load_balancer_policy" "written" {
  load_balancer_name = "shop"
  policy_name        = "written"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.1"
    value = "false"
  }
  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }
}

resource "aws_load_balancer_policy" "named" {
  load_balancer_name = "shop"
  policy_name        = "named"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}
