variable "json" {}

resource "aws_wafv2_web_acl" "json" { # want `undecided: web ACL "json"`
  name      = "json"
  scope     = "REGIONAL"
  rule_json = var.json
}

resource "aws_wafv2_web_acl" "overridden" { # want `web ACL "overridden" does not`
  name  = "overridden"
  scope = "REGIONAL"
  rule {
    name     = "bad"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
        rule_action_override {
          name = "Log4JRCE"
          action_to_use {
            count {}
          }
        }
      }
    }
  }
}

resource "aws_wafv2_web_acl" "outside" {
  name  = "outside"
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl_rule_group_association" "outside" {
  rule_name   = "bad"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.outside.arn
  managed_rule_group {
    name        = "AWSManagedRulesKnownBadInputsRuleSet"
    vendor_name = "AWS"
  }
}
