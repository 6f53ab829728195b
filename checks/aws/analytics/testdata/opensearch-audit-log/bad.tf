resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  log_publishing_options { # want `domain "logs" publishes no audit log`
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:search"
  }
}
