variable "lists" {}

resource "aws_wafv2_web_acl" "known" {
  name  = "known"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  dynamic "rule" {
    for_each = ["AWSManagedRulesCommonRuleSet"]
    content {
      name     = rule.value
      priority = 1
      statement {
        managed_rule_group_statement {
          name        = rule.value
          vendor_name = "AWS"
        }
      }
    }
  }
}

resource "aws_wafv2_web_acl" "closed" {
  name  = "closed"
  scope = "REGIONAL"
  default_action {
    block {}
  }
}
