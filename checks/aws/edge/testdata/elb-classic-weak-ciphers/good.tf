resource "aws_load_balancer_policy" "shop" {
  load_balancer_name = "shop"
  policy_name        = "shop"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "ECDHE-ECDSA-AES128-GCM-SHA256"
    value = "true"
  }
  policy_attribute {
    name  = "RC4-SHA"
    value = "false"
  }
}
