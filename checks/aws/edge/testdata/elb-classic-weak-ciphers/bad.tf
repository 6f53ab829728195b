resource "aws_load_balancer_policy" "shop" {
  load_balancer_name = "shop"
  policy_name        = "shop"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "RC4-SHA"
    value = "true" # want `policy "shop" accepts the cipher RC4-SHA`
  }
  policy_attribute {
    name  = "DES-CBC3-SHA"
    value = "true" # want `policy "shop" accepts the cipher DES-CBC3-SHA`
  }
}
