resource "aws_wafregional_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"

  default_action {
    type = "ALLOW"
  }

  rule { # want `a rule of "shop" has no action`
    priority = 1
    rule_id  = "0a1b2c3d-ae2d-44e9-8212-dfb6185288a8"
  }
}
