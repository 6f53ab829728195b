resource "aws_wafregional_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"

  default_action {
    type = "ALLOW"
  }

  rule {
    priority = 1
    rule_id  = "0a1b2c3d-ae2d-44e9-8212-dfb6185288a8"
    action {
      type = "BLOCK"
    }
  }
}

resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 2

  rule {
    name     = "countries"
    priority = 1
    action {
      block {}
    }
    statement {
      geo_match_statement {
        country_codes = ["KP"]
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "countries"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}
