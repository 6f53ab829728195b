resource "aws_waf_web_acl" "silent" { # want `web ACL "silent" writes no logs`
  name        = "silent"
  metric_name = "silent"
}

resource "aws_wafregional_web_acl" "logged" {
  name        = "logged"
  metric_name = "logged"
  logging_configuration {
    log_destination = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs"
  }
}
