variable "rules" {}

resource "aws_waf_web_acl" "empty" { # want `web ACL "empty" has no rules`
  name        = "empty"
  metric_name = "empty"
  default_action {
    type = "ALLOW"
  }
}

resource "aws_wafregional_web_acl" "full" {
  name        = "full"
  metric_name = "full"
  default_action {
    type = "ALLOW"
  }
  rule {
    priority = 1
    rule_id  = "0a1b2c3d"
    action {
      type = "BLOCK"
    }
  }
}

# It blocks everything.
resource "aws_waf_web_acl" "closed" {
  name        = "closed"
  metric_name = "closed"
  default_action {
    type = "BLOCK"
  }
}

resource "aws_wafv2_web_acl" "unknown" { # want `undecided: web ACL "unknown"`
  name  = "unknown"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule_json = var.rules
}

resource "aws_wafv2_web_acl" "outside" {
  name  = "outside"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}

resource "aws_wafv2_web_acl_rule_group_association" "outside" {
  rule_name   = "common"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.outside.arn
  managed_rule_group {
    name        = "AWSManagedRulesCommonRuleSet"
    vendor_name = "AWS"
  }
}
