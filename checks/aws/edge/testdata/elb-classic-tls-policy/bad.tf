resource "aws_load_balancer_policy" "written" {
  load_balancer_name = "shop"
  policy_name        = "written"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true" # want `policy "written" accepts TLSv1`
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
    value = "ELBSecurityPolicy-2016-08" # want `policy "named" accepts TLS older than 1.2`
  }
}
