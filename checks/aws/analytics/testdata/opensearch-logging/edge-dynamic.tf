variable "logs" {}
variable "on" {}

resource "aws_elasticsearch_domain" "unknown" {
  domain_name = "unknown"
  dynamic "log_publishing_options" { # want `undecided: domain "unknown" publishes no logs`
    for_each = var.logs
    content {
      log_type = log_publishing_options.value
      enabled  = var.on
    }
  }
}

resource "aws_elasticsearch_domain" "off" {
  domain_name = "off"
  log_publishing_options { # want `domain "off" publishes no logs`
    log_type = "INDEX_SLOW_LOGS"
    enabled  = false
  }
}
